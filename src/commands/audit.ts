// `do-mcp audit`: what calls did, as it was recorded, and whether the record can be believed.
import type { Recorded } from '../record/read/choose.ts';
import { csvHead, csvRow } from '../record/read/csv.ts';
import { follow, offsetsNow } from '../record/read/follow.ts';
import { sentenceOf } from '../record/read/sentence.ts';
import { type Count, statsOf } from '../record/read/stats.ts';
import { systemClock } from '../system.ts';
import { chosen, linesOf, verified } from './audit-place.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';

/** Lines that `tail` shows of what is there already. */
const tailLength = 50;

/** `audit tail`: the last calls, and with --follow those that come. */
export const runAuditTail: Command = async (input) => {
  const { terminal, settings } = input;
  const { place, choice } = chosen(input);
  const offsets = offsetsNow(place);
  const last: Recorded[] = [];
  for (const line of linesOf(place, choice)) {
    last.push(line);
    if (last.length > tailLength) last.shift();
  }
  const tell = (line: Recorded): void =>
    terminal.print(settings.json ? JSON.stringify(line) : sentenceOf(line));
  for (const line of last) tell(line);
  if (!settings.reading.follow) {
    if (last.length === 0) terminal.say('Nothing of the kind is on record.');
    return 0;
  }
  const gone = new AbortController();
  process.stdout.once('close', () => gone.abort());
  process.stdout.once('error', () => gone.abort());
  await follow(place, choice, offsets, { clock: systemClock, signal: gone.signal, tell });
  return 0;
};

/** `audit export`: everything, for another program. */
export const runAuditExport: Command = async (input) => {
  const { terminal, settings } = input;
  const { place, choice } = chosen(input);
  if (settings.reading.format === 'csv') {
    terminal.print(csvHead);
    for (const line of linesOf(place, choice)) terminal.print(csvRow(line));
    return 0;
  }
  // One array, a line each: readable for who parses all of it and for who looks at lines.
  let held: string | undefined;
  terminal.print('[');
  for (const line of linesOf(place, choice)) {
    if (held !== undefined) terminal.print(`${held},`);
    held = JSON.stringify(line);
  }
  if (held !== undefined) terminal.print(held);
  terminal.print(']');
  return 0;
};

const countRows = (title: string, counts: readonly Count[]): string =>
  table([
    [title, 'calls', 'changes', 'refused', 'failed'],
    ...counts.map(({ name, calls, changes, refused, failed }) => [
      name,
      ...[calls, changes, refused, failed].map(String),
    ]),
  ]);

/** `audit stats`: who did how much of what. */
export const runAuditStats: Command = async (input) => {
  const { terminal, settings } = input;
  const { place, choice } = chosen(input);
  const stats = statsOf(linesOf(place, choice));
  if (settings.json) {
    terminal.print(JSON.stringify(stats));
    return 0;
  }
  if (stats.calls === 0) {
    terminal.say('Nothing of the kind is on record.');
    return 0;
  }
  const results = stats.results.map(({ result, calls }) => [result, String(calls)]);
  terminal.print(
    [
      `${stats.calls} calls from ${stats.from} to ${stats.to}`,
      countRows('agent', stats.agents),
      countRows('tool', stats.tools),
      table([['ended', 'calls'], ...results]),
    ].join('\n\n'),
  );
  return 0;
};

/** `audit verify`: whether anything was touched; 1 when it was. Changes without an end are told, and no fault. */
export const runAuditVerify: Command = async ({ settings, terminal }) => {
  const found = verified(settings);
  const { files, lines, findings, open, notes } = found;
  const isSound = findings.length === 0;
  if (settings.json) {
    terminal.print(JSON.stringify({ sound: isSound, ...found }));
    return isSound ? 0 : 1;
  }
  const counted = `${files} ${files === 1 ? 'file' : 'files'}, ${lines} lines`;
  terminal.print(
    [
      isSound ? `The record is whole: ${counted}.` : `The record was touched: ${counted}.`,
      ...findings.map(
        ({ file, line, says }) => `  ${file}${line === undefined ? '' : `, line ${line}`}: ${says}`,
      ),
      ...open.map(({ id, at, agent, tool, mayBeUnderWay }) =>
        mayBeUnderWay
          ? `  open: ${id} of ${at}, ${tool} for ${agent}, has no end yet; its process may still be at it.`
          : `  open: ${id} of ${at}, ${tool} for ${agent}, has no end: the process ended before. Look whether it was carried out.`,
      ),
      ...notes.map((note) => `  ${note}`),
    ].join('\n'),
  );
  return isSound ? 0 : 1;
};
