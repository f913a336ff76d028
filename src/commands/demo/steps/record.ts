// Part five: what is on record of all this, and whether it can be believed.
import { cleanLine } from '../../../terminal/clean.ts';
import { chosen, linesOf, verified } from '../../audit-place.ts';
import type { Part } from '../part.ts';

const word = (value: unknown): string => (value === undefined ? '' : cleanLine(String(value)));

/** What became of a call, for whoever sees a record for the first time; any other word is shown as it is. */
const meanings: Readonly<Record<string, string>> = {
  intent: 'is about to be sent',
  ok: 'done',
  missing_scope: 'not sent: the token lacks a scope',
  approval_pending: 'not sent: a person is asked',
  dry_run: 'not sent: looked at beforehand',
};

const became = (line: Readonly<Record<string, unknown>>): string => {
  const said = line['kind'] === 'intent' ? 'intent' : word(line['result']);
  return meanings[said] ?? said;
};

/** The record. */
export const record: Part = {
  title: 'The record',
  says: 'Every call is on record, let through or not, a change before it is sent. Lines are chained and sealed, so that a record somebody touched can be told.',
  play: async ({ stage, narrator }) => {
    const { place, choice } = chosen(stage);
    const rows = [...linesOf(place, choice)].map((line) => [
      word(line['at']).slice(11, 19),
      word(line['tool']),
      became(line),
    ]);
    if (rows.length === 0)
      return narrator.tell('Nothing is on record: no part with a call was played.');
    narrator.table(['time', 'tool', 'what became of it'], rows);
    const { files, lines, findings } = verified(stage.settings);
    narrator.tell(
      findings.length === 0
        ? `\nVerified: the record is whole, ${lines} lines in ${files === 1 ? 'one file' : `${files} files`}.`
        : `\nThe record was touched: ${findings.map(({ says }) => says).join(' ')}`,
    );
  },
};
