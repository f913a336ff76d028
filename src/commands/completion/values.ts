// The values that an option or a word may have, for whoever completes them.
import { scopes } from '../../../scope-map/scopes.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Option } from '../../configuration/options/option.ts';
import { type OptionName, options } from '../../configuration/options/options.ts';
import { areaWords } from '../../menu/presets.ts';
import type { CommandEntry } from '../command.ts';
import { topics } from '../help/topics.ts';
import { shells } from './shells.ts';

/** Something that may be typed, and what it is; the latter may be empty. */
export interface Candidate {
  readonly value: string;
  readonly says: string;
}

/** What values are chosen from. */
export interface Sources {
  readonly table: readonly CommandEntry[];
  readonly box: ToolBox;
}

const bare = (values: readonly string[]): readonly Candidate[] =>
  values.map((value) => ({ value, says: '' }));

const toolsIn = ({ box }: Sources): readonly Candidate[] =>
  [...new Set(box.names.values())].map((value) => {
    const outline = box.outlineOf(value);
    return { value, says: outline ? `${outline.effect}, ${outline.area}` : '' };
  });

const scopesThereAre = (): readonly Candidate[] => bare(Object.keys(scopes));
const areasThereAre = (): readonly Candidate[] => bare(areaWords);

/** Options whose values are names of ours. */
const named: { readonly [Name in OptionName]?: (sources: Sources) => readonly Candidate[] } = {
  areas: areasThereAre,
  area: areasThereAre,
  tools: toolsIn,
  excludeTools: toolsIn,
  tool: toolsIn,
  scopes: scopesThereAre,
  scope: scopesThereAre,
};

/** Words that stand in `a|b|c` or `a,b,c` without a place for something else. */
const choicesIn = ({ value = '' }: Option): readonly string[] =>
  value.includes('<') && !value.includes('|')
    ? []
    : value.split(/[|,]/).filter((one) => /^[a-z_]+$/.test(one));

/** The values of an option; none where any may stand. */
export const valuesOfOption = (name: OptionName, sources: Sources): readonly Candidate[] =>
  named[name]?.(sources) ?? bare(choicesIn(options[name]));

/** The values of a word of a command, as its usage calls it. */
export const valuesOfWord = (word: string, sources: Sources): readonly Candidate[] => {
  switch (word) {
    case '<tool>':
    case '[<name or words>]…':
      return toolsIn(sources);
    case '<shell>':
      return bare(Object.keys(shells));
    default:
      return [];
  }
};

/** What may stand behind `do-mcp help`. */
export const helpWords = ({ table }: Sources): readonly Candidate[] => [
  ...table.map(({ name, says }) => ({ value: name, says })),
  ...Object.entries(topics).map(([value, { says }]) => ({ value, says })),
];
