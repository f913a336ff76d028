// Shows what would change in a client's file, line by line, without the secrets of others.

import { shortened } from '../../../tools/cut-text.ts';
import type { Change } from '../../clients/change.ts';
import { difference, type LineChange } from '../../clients/difference.ts';
import type { Secret } from '../../clients/server.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { veilParts } from '../../terminal/veil.ts';

const longest = 200;

const core = (line: string): string => line.trim().replace(/,$/, '');

/** Of two long lines of which one became the other: what is between what both begin and end with. */
const narrowed = (lines: readonly LineChange[]): readonly LineChange[] => {
  const [goes, comes, more] = lines;
  if (goes?.sign !== '-' || comes?.sign !== '+' || more || comes.text.length <= longest)
    return lines;
  const [a, b] = [goes.text, comes.text];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const within = ({ text }: LineChange): string =>
    `\u2026${text.slice(start, text.length - end)}\u2026`;
  return [goes, comes].flatMap((line) =>
    line.text.length === start + end ? [] : [{ ...line, text: within(line) }],
  );
};

/** The lines of a change as they are shown; the same text for the same change. */
export const shownChange = (change: Change, secret: Secret): string => {
  const lines = narrowed(difference(change.before ?? '', change.after ?? ''));
  // A line of somebody else's that only got a comma.
  const theirs = new Set(lines.filter(({ sign }) => sign === '-').map(({ text }) => core(text)));
  const width = String(lines.at(-1)?.line ?? 0).length;
  return lines
    .map(({ sign, line, text }) => {
      const isOurs = sign === '+' && !theirs.has(core(text));
      const open = secret.from === 'pasted' ? text.replaceAll(secret.text, '[not shown]') : text;
      return `${String(line).padStart(width)} ${sign} ${shortened(isOurs ? open : veilParts(open), longest)}`;
    })
    .join('\n');
};

const heads: Readonly<Record<Change['kind'], string>> = {
  'new file': 'New file',
  added: 'To be added to',
  changed: 'To be changed in',
  removed: 'To be taken out of',
  none: 'Nothing to change in',
};

/** Prints a change: the file, and its lines. */
export const printChange = (
  terminal: Terminal,
  file: string,
  change: Change,
  secret: Secret,
): void => {
  const head = change.after === null ? 'To be deleted, since init made it' : heads[change.kind];
  // Our own lines name variables and hold nothing secret; a veil would hide what is to be agreed to.
  terminal.hand(`${head}: ${file}\n${shownChange(change, secret)}`);
};
