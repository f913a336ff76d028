// How the demonstration is told: short lines of one width, each saying who speaks; colours only where there are any.
import type { Dress, Terminal } from '../../terminal/terminal.ts';
import { grid } from '../grid.ts';
import { linesOf } from '../paragraph.ts';

/** Tells the demonstration. */
export interface Narrator {
  /** Begins a part, numbered where it is one of several. */
  title(text: string): void;
  /** Says something to the person. */
  tell(text: string): void;
  /** Shows what somebody said: the agent, the server, the person. */
  quote(who: string, text: string): void;
  /** Shows a table. */
  table(titles: readonly string[], rows: readonly (readonly string[])[]): void;
  /** Shows how far something is, from 0 to 1, in the place of what it showed before; null takes the bar away. */
  bar(share: number | null, text: string): void;
}

/** Longer lines than these are hard to follow. */
const widest = 80;
const margin = 9;
const barLength = 24;

/** A line behind its margin: what was set in, or listed, stays so where it is broken. */
const quotedLines = (who: string, text: string, width: number): readonly string[] => {
  const [lead = ''] = /^ *(?:- )?/.exec(text) ?? [];
  const inset = margin + lead.length;
  return linesOf(text.slice(lead.length), width - inset).map((line, at) =>
    `${at === 0 ? `${who.padEnd(margin)}${lead}` : ' '.repeat(inset)}${line}`.trimEnd(),
  );
};

const barOf = (share: number): string => {
  const full = Math.round(Math.min(Math.max(share, 0), 1) * barLength);
  return `[${'#'.repeat(full)}${'.'.repeat(barLength - full)}]`;
};

/**
 * Makes the narrator.
 * @param isPlain whether there is neither colour nor anything that moves.
 */
export const createNarrator = (terminal: Terminal, isPlain: boolean): Narrator => {
  const width = Math.min(terminal.page.width, widest);
  const print = (text: string, dress?: Dress): void =>
    isPlain ? terminal.print(text) : terminal.print(text, dress);
  return {
    title: (text) => print(`\n${text}`, (line, paint) => paint.bold(line)),
    tell: (text) => print(linesOf(text, width).join('\n')),
    quote: (who, text) => {
      const lines = text
        .split('\n')
        .flatMap((line, at) => quotedLines(at === 0 ? who : '', line, width));
      print(lines.join('\n'), (line, paint) =>
        line.startsWith(who) ? `${paint.cyan(who)}${line.slice(who.length)}` : line,
      );
    },
    table: (titles, rows) =>
      print(
        grid(
          titles.map((title) => ({ title })),
          [{ heading: '', rows }],
          width,
        ).join('\n'),
      ),
    bar: (share, text) => terminal.progress(share === null ? null : `${barOf(share)} ${text}`),
  };
};
