// A blast radius as text for a person: the sentence, what hangs on it, and what could not be found out.
import { shortened } from '../../../tools/cut-text.ts';
import type { BlastRadius, Fate, HangingThing } from '../blast-radius.ts';
import { counted, inSentence } from './words.ts';

/** About as much as a person reads in a form. */
const longest = 1_500;

const becomes: Readonly<Record<Fate, string>> = {
  destroyed: 'Destroyed too',
  loses: 'Loses it',
  keeps_costing: 'Stays and goes on costing',
  stays: 'Stays',
};

const worstFirst: readonly Fate[] = ['destroyed', 'loses', 'keeps_costing', 'stays'];

const lineOf = ({ kind, names, count, fate, note }: HangingThing): string => {
  const many =
    count === null ? `at least ${counted(names.length || 1, kind)}` : counted(count, kind);
  const more = count !== null && count > names.length && names.length > 0 ? ', …' : '';
  const called = names.length > 0 ? ` ${names.map(inSentence).join(', ')}${more}` : '';
  return `- ${becomes[fate]}: ${many}${called}${note === undefined ? '' : ` (${note})`}`;
};

/** The blast radius in a few lines, the worst first; about 1,500 characters at most. */
export const inWords = ({ sentence, hanging, unknown }: BlastRadius): string => {
  const sorted = worstFirst.flatMap((fate) => hanging.filter((thing) => thing.fate === fate));
  const lines = [
    `${shortened(sentence, 600)}.`,
    ...sorted.map(lineOf),
    ...unknown.map((what) => `- Not known: ${what}`),
  ];
  let text = '';
  for (const [at, line] of lines.entries()) {
    const next = `${text}${at === 0 ? '' : '\n'}${line}`;
    if (next.length > longest - 40)
      return `${text}\n- … and ${counted(lines.length - at, 'more line')}`;
    text = next;
  }
  return text;
};
