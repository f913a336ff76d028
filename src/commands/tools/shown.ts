// The tools as a table that a person reads: as wide as their terminal, with what is left out summed in one line.
import { areaNames, areas } from '../../../scope-map/areas.ts';
import { type Column, grid, type Section } from '../grid.ts';
import { linesOf } from '../paragraph.ts';
import { sayRequirement } from '../requirement.ts';
import { asksInShort, deeds, onTheBill } from './said.ts';
import type { ToolLine } from './tool-lines.ts';

/** What of the tools is shown, and how. */
export interface Showing {
  /** What is shown, in its order. */
  readonly lines: readonly ToolLine[];
  /** Whether that order is by how well they fit a request: then no area parts them. */
  readonly isRanked: boolean;
  /** Dollars a month from which billing asks. */
  readonly confirmAbove: number;
  readonly width: number;
}

/** From these widths on there is room for what is on the bill, and for the scopes. */
const roomForBill = 100;
const roomForScopes = 140;

/** The longest name that does not push the rest of its line away. */
const widestName = (width: number): number =>
  width < roomForBill ? Math.min(32, Math.floor(width * 0.4) - 2) : 44;

const columnsFor = (lines: readonly ToolLine[], width: number) => {
  const anyAsks = lines.some(({ asks, available }) => available && asks !== 'no');
  const anyBill = width >= roomForBill && lines.some(({ cost }) => cost !== 'none');
  return { anyAsks, anyBill, scopes: width >= roomForScopes };
};

const isAllHidden = (lines: readonly ToolLine[]): boolean =>
  lines.every(({ available }) => !available);

/** What the tool is for, and where it would be refused or why it is not served at all. */
const lastOf = (line: ToolLine, isWhySaid: boolean): string => {
  const { available, title, depends_on: on = [] } = line;
  if (!available) return isWhySaid ? title : `${title} (not served: ${whyHidden(line)})`;
  return on.length === 0 ? title : `${title} (refused with ${on.join(', ')})`;
};

/** Why a tool is not served, in words that fit all of whom that is true. */
const whyHidden = ({ reason, name }: ToolLine): string => reason.replaceAll(name, 'it');

/** Tools that are not served, by the reasons. */
const sectionsByReason = (
  lines: readonly ToolLine[],
  row: (line: ToolLine) => readonly string[],
  width: number,
): readonly Section[] =>
  [...new Set(lines.map(whyHidden))].map((reason) => ({
    heading: linesOf(`Not served, because ${reason}`, width).join('\n'),
    rows: lines.filter((line) => whyHidden(line) === reason).map(row),
  }));

const sectionsOf = (
  { lines, isRanked, width }: Showing,
  row: (line: ToolLine) => readonly string[],
): readonly Section[] => {
  if (isRanked) return [{ heading: '', rows: lines.map(row) }];
  if (isAllHidden(lines)) return sectionsByReason(lines, row, width);
  const own = lines.filter(({ area }) => area === null);
  return [
    ...areaNames.flatMap((area) => {
      const those = lines.filter((line) => line.area === area);
      return those.length === 0 ? [] : [{ heading: areas[area].title, rows: those.map(row) }];
    }),
    ...(own.length === 0 ? [] : [{ heading: "This server's own", rows: own.map(row) }]),
  ];
};

/** The table. */
export const shownTable = (showing: Showing): readonly string[] => {
  const { lines, width, confirmAbove, isRanked } = showing;
  const { anyAsks, anyBill, scopes } = columnsFor(lines, width);
  const columns: readonly Column[] = [
    { title: 'TOOL', most: widestName(width) },
    { title: 'DOES' },
    ...(anyAsks ? [{ title: 'ASKS' }] : []),
    ...(anyBill ? [{ title: 'BILL' }] : []),
    ...(scopes ? [{ title: 'NEEDS', most: 34 }] : []),
    { title: 'WHAT IT IS FOR' },
  ];
  const isWhySaid = !isRanked && isAllHidden(lines);
  const row = (line: ToolLine): readonly string[] => [
    line.name,
    deeds[line.effect],
    ...(anyAsks ? [line.available ? asksInShort(line.asks, confirmAbove) : ''] : []),
    ...(anyBill ? [onTheBill[line.cost]] : []),
    ...(scopes ? [sayRequirement(line.scopes).replaceAll('  ', ' ')] : []),
    lastOf(line, isWhySaid),
  ];
  return grid(columns, sectionsOf(showing, row), width);
};

/** What the words of the table mean that do not tell it themselves. */
export const legendOf = ({ lines, width, confirmAbove }: Showing): readonly string[] => {
  const { anyAsks } = columnsFor(lines, width);
  if (!anyAsks) return [];
  const kinds = new Set(lines.flatMap(({ asks, available }) => (available ? [asks] : [])));
  const parts = [
    ...(kinds.has('yes') ? ['yes, before each call'] : []),
    ...(kinds.has('by_price') ? [`from $${confirmAbove}, where it costs so much a month`] : []),
    ...(kinds.has('sometimes') ? ['at times, as its arguments say'] : []),
  ];
  return linesOf(`ASKS tells when a person is asked first: ${parts.join('; ')}.`, width);
};

const times = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What is not shown, in one sentence; undefined when nothing is. */
export const leftOut = (
  all: readonly ToolLine[],
  { lines }: Pick<Showing, 'lines'>,
): string | undefined => {
  const shown = new Set(lines);
  const rest = all.filter((line) => !shown.has(line));
  const served = rest.filter(({ available }) => available).length;
  const hidden = rest.length - served;
  const parts = [
    ...(served > 0 ? [`${times(served, 'tool')} that are served (--all shows them)`] : []),
    ...(hidden > 0 ? [`${times(hidden, 'tool')} that are not (--hidden tells why)`] : []),
  ];
  return parts.length === 0 ? undefined : `Not shown: ${parts.join(', and ')}.`;
};
