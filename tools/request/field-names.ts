// Checks the names that a caller gives in `fields`: how many, how long, and whether the reply has such fields.
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { columnsOf } from '../columns.ts';
import { shortened } from '../cut-text.ts';
import { nearest } from '../nearest.ts';
import type { Tool } from '../tool/tool.ts';

const mostNames = 100;
const longestName = 200;
const mostKeys = 12;
// Looking for the nearest of some hundred names costs time; nobody misspells more than this.
const mostSuggested = 3;
const longestShown = 64;

/** What is wrong with the form of `fields`; empty when nothing, or when it is no list of texts (its schema says so then). */
export const problemsOfFields = (fields: unknown): readonly string[] => {
  if (!Array.isArray(fields)) return [];
  if (fields.length > mostNames)
    return [`fields must have at most ${mostNames} names, not ${fields.length}`];
  const names = fields.filter((name) => typeof name === 'string');
  if (names.some((name) => name.length > longestName))
    return [`a name in fields has more than ${longestName} characters`];
  const problem = names.findIndex((name) => {
    const keys = name.split('.');
    return keys.length > mostKeys || keys.some((key) => key === '' || key.includes('*'));
  });
  return problem < 0
    ? []
    : [`fields[${problem}] must be a name, or names joined by dots, such as "region.slug"`];
};

/** Whether a name is a field, or lies within one whose own fields nobody knows. */
const isKnown = (name: string, known: ReadonlySet<string>, inner: ReadonlySet<string>): boolean => {
  if (known.has(name)) return true;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const around = name.slice(0, dot);
    if (known.has(around)) return !inner.has(around);
  }
  return false;
};

const suggestion = (name: string, known: readonly string[], argument: string): string => {
  const shown = `${argument}: there is no "${shortened(name, longestShown)}"`;
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  // The same name elsewhere in the resource is likelier than one that is spelt alike.
  const same = known.filter((one) => one.endsWith(`.${leaf}`)).slice(0, mostSuggested);
  const near = nearest(name, known);
  const meant = [...new Set([...(near === undefined ? [] : [near]), ...same])];
  if (meant.length > 0)
    return `${shown}; the nearest are ${meant.map((one) => `"${one}"`).join(', ')}`;
  return `${shown}; there are ${known.filter((one) => !one.includes('.')).join(', ')}`;
};

/**
 * What is wrong with the names in `fields` or `where`: those that no reply of the tool has, with the nearest real ones. Empty
 * where the fields of its replies are not known.
 */
export const unknownFields = async (
  tool: Tool,
  fields: unknown,
  argument: 'fields' | 'where' = 'fields',
): Promise<readonly string[]> => {
  if (!Array.isArray(fields) || fields.length === 0) return [];
  const documented = await replyFieldsOf(tool.endpoint.id);
  if (!documented) return [];
  const known = [...columnsOf(tool.endpoint.view).map(({ name }) => name), ...documented];
  const names = new Set(known);
  const inner = new Set(
    known.flatMap((name) => (name.includes('.') ? [name.slice(0, name.lastIndexOf('.'))] : [])),
  );
  const unknown = fields.filter((name) => typeof name === 'string' && !isKnown(name, names, inner));
  const told = unknown.slice(0, mostSuggested).map((name) => suggestion(name, known, argument));
  const more = unknown.length - told.length;
  return more > 0 ? [...told, `and ${more} more names in ${argument} that there are not`] : told;
};
