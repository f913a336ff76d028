// Words for what a tool does, shared by the table and the page of one tool.
import type { Cost, Effect } from '../../../scope-map/endpoint.ts';
import type { Dress } from '../../terminal/terminal.ts';
import type { Asks } from './tool-lines.ts';

/** What a call does to the bill; empty where it does nothing. */
export const onTheBill: Readonly<Record<Cost, string>> = {
  none: '',
  starts: 'starts a bill',
  raises: 'raises the bill',
  stops: 'ends a bill',
};

/** What a call does, in one word. */
export const deeds: Readonly<Record<Effect, string>> = {
  read: 'reads',
  write: 'changes',
  destroy: 'destroys',
};

/** Whether a person is asked, in a word or two; empty where nobody is. */
export const asksInShort = (asks: Asks, above: number): string =>
  ({ no: '', yes: 'yes', by_price: `from $${above}`, sometimes: 'at times' })[asks];

/** Headings stand out, and so does what destroys. */
export const dressTools: Dress = (line, paint) => {
  if (/^[A-Z]{4,}(\s|$)/.test(line)) return paint.dim(line);
  if (/^[A-Z]/.test(line) && !line.includes('  ') && !line.endsWith('.')) return paint.bold(line);
  return line.replace(/ destroys( |$)/, (_, end: string) => ` ${paint.red('destroys')}${end}`);
};
