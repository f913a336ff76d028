// How `do-mcp doctor` looks: findings under their titles for a person, a stable shape with ids for a program.
import { countOf } from '../doctor/examine.ts';
import type { Level } from '../doctor/finding.ts';
import type { Mended, MendedFinding } from '../doctor/mend.ts';
import { cleanLine } from '../terminal/clean.ts';
import type { Dress } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { linesOf } from './paragraph.ts';

/** As wide as the longest of them. */
const words: Readonly<Record<Level, string>> = {
  ok: 'ok',
  note: 'note',
  warning: 'warning',
  blocks: 'BLOCKS',
};

const margin = 10;
const indent = ' '.repeat(2 + margin);

const block = (head: string, text: string, width: number): readonly string[] =>
  linesOf(cleanLine(text), width - head.length).map((line, at) =>
    at === 0 ? `${head}${line}` : `${' '.repeat(head.length)}${line}`,
  );

/** @param next the finding after it: what is to be done about both is said once, with the later. */
const findingLines = (
  finding: MendedFinding,
  next: MendedFinding | undefined,
  width: number,
): readonly string[] => {
  const { level, found, details, fixed, isMended } = finding;
  const remedy = next?.remedy === finding.remedy && next.level === level ? null : finding.remedy;
  const word = isMended ? 'fixed' : words[level];
  return [
    ...block(`  ${word.padEnd(margin)}`, found, width),
    ...details.flatMap((detail) => block(`${indent}- `, detail, width)),
    ...(fixed === null ? [] : block(indent, fixed, width)),
    ...(remedy === null || isMended ? [] : block(`${indent}> `, remedy, width)),
  ];
};

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

const summary = (mended: readonly Mended[], wasFixing: boolean): string => {
  const all = mended.flatMap(({ findings }) => findings);
  const blocking = countOf(mended, 'blocks');
  const fixed = all.filter(({ isMended }) => isMended).length;
  const fixable = all.filter(({ fix, isMended }) => fix !== null && !isMended).length;
  return [
    blocking === 0 ? 'Nothing blocks' : count(blocking, 'thing blocks', 'things block'),
    `, ${count(countOf(mended, 'warning'), 'warning', 'warnings')}`,
    `, ${count(countOf(mended, 'note'), 'note', 'notes')}`,
    wasFixing ? `, ${fixed} fixed.` : '.',
    fixed > 0 && blocking > 0 ? ' Run it again to see what is left.' : '',
    !wasFixing && fixable > 0 ? ` do-mcp doctor --fix mends ${fixable} of them.` : '',
  ].join('');
};

/** The findings for a person. */
export const doctorText = (mended: readonly Mended[], width: number, wasFixing: boolean): string =>
  [
    ...mended.flatMap(({ check, findings }) => [
      check.title,
      ...findings.flatMap((finding, at) => findingLines(finding, findings[at + 1], width)),
    ]),
    '',
    summary(mended, wasFixing),
  ].join('\n');

/** Colours: what weighs most stands out most. */
export const dressed: Dress = (line, { bold, dim, red, yellow, cyan }) => {
  if (/^\S/.test(line)) return bold(line);
  if (/^ {2}BLOCKS/.test(line)) return red(line);
  if (/^ {2}warning/.test(line)) return yellow(line);
  if (/^ {2}(?:note|fixed)/.test(line)) return cyan(line);
  return /^ {10,}/.test(line) ? dim(line) : line;
};

/** The findings for a program. Ids and fields stay; new ones may come. */
export const doctorJson = (mended: readonly Mended[]): string =>
  JSON.stringify(
    {
      version,
      blocks: countOf(mended, 'blocks'),
      warnings: countOf(mended, 'warning'),
      notes: countOf(mended, 'note'),
      findings: mended.flatMap(({ check, findings }) =>
        findings.map(({ id, level, found, details, remedy, fix, fixed }) => ({
          id,
          check: check.name,
          level,
          found,
          details,
          remedy,
          fixable: fix !== null,
          fixed,
        })),
      ),
    },
    null,
    2,
  );
