// Names the arguments that a tool does not have, and what was probably meant.
import { shortened } from '../cut-text.ts';
import { nearest } from '../nearest.ts';
import type { Arguments, Tool } from '../tool/tool.ts';

const longestName = 64;
// Looking for the nearest name costs the more the more names there are; nobody misspells more than this.
const mostSuggested = 5;

/** A sentence for each of the first unknown names, and how many there are. */
export interface UnknownNames {
  readonly sentences: readonly string[];
  readonly total: number;
}

/** Which arguments of a call the tool does not have. */
export const unknownNames = (tool: Tool, given: Arguments): UnknownNames => {
  const { properties } = tool.inputSchema;
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(properties, name));
  const known = Object.keys(properties);
  const sentences = unknown.slice(0, mostSuggested).map((name, index) => {
    const meant = nearest(name, known);
    const shown = `there is no argument "${shortened(name, longestName)}"`;
    if (meant !== undefined) return `${shown}; did you mean "${meant}"?`;
    // The whole list is told once.
    return index === 0 ? `${shown}; ${tool.name} takes ${known.join(', ')}` : shown;
  });
  return { sentences, total: unknown.length };
};
