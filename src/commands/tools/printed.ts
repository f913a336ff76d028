// The tools as text for a program: a section for each place where they are, a line for each tool.
import { table } from '../columns.ts';
import { sayRequirement } from '../requirement.ts';
import { onTheBill } from './said.ts';
import type { ToolLine } from './tool-lines.ts';

const headings: Readonly<Record<ToolLine['state'], string>> = {
  listed: 'Listed',
  finders: 'Behind the finders (find_tools finds them, call_*_tool calls them)',
  deprecated: 'Given up by DigitalOcean, served only where named',
  hidden: 'Hidden',
};

/** What stands at the end of a line: why the tool is not served, or what it needs. */
const lastOf = ({ state, reason, deprecated, scopes }: ToolLine): string => {
  if (state === 'hidden') return reason;
  return state === 'deprecated' ? (deprecated ?? reason) : sayRequirement(scopes);
};

const rowOf = (line: ToolLine, all: boolean): readonly string[] => {
  if (!all) return [`  ${line.name}`, line.effect, line.title];
  const bill = onTheBill[line.cost];
  return [
    `  ${line.name}`,
    `${line.effect}${bill === '' ? '' : `, ${bill}`}`,
    `${line.method} ${line.path}`,
    lastOf(line),
  ];
};

/** Tools of our own, which no operation stands behind. */
const ownSection = (own: readonly ToolLine[]): readonly string[] =>
  own.length === 0
    ? []
    : [
        `Listed, of this server's own\n${table(own.map(({ name, title }) => [`  ${name}`, 'read', title]))}`,
      ];

/**
 * The sections below a heading.
 * @param all tell also bill, path, and why what is hidden is.
 */
export const printedSections = (lines: readonly ToolLine[], all: boolean): readonly string[] => [
  ...(['listed', 'finders', 'deprecated', 'hidden'] as const).flatMap((state) => {
    const those = lines.filter((line) => line.state === state && line.operation !== null);
    if (those.length === 0) return [];
    return [`${headings[state]}: ${those.length}\n${table(those.map((line) => rowOf(line, all)))}`];
  }),
  ...ownSection(lines.filter(({ operation, available }) => operation === null && available)),
];
