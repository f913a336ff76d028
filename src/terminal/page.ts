// How a result is set: for a person as wide as their terminal, with colours where they want them, or for a program.
import type { OutputStream } from './output-stream.ts';

/** What a result is written on. */
export interface Page {
  /** Whether a person reads the result itself, and not another program. */
  readonly isPerson: boolean;
  /** Columns that a line may have. */
  readonly width: number;
  readonly hasColours: boolean;
}

/** How a part of a line stands out. */
export type Paint = Readonly<
  Record<'bold' | 'dim' | 'red' | 'yellow' | 'cyan', (text: string) => string>
>;

/** As wide as the narrowest terminal in common use. */
export const usualWidth = 80;

const narrowest = 40;
/** Lines that are longer than this lose whoever reads them. */
const widest = 160;

/** The environment, as far as it says something about colours. */
type Wishes = Readonly<Record<string, string | undefined>>;

/**
 * The page that a stream is. Colours only on a terminal that knows them, and never against NO_COLOR
 * (https://no-color.org: set to anything but nothing).
 */
export const pageOf = ({ isTTY, columns }: OutputStream, wishes: Wishes): Page => {
  const isPerson = isTTY === true;
  return {
    isPerson,
    width: isPerson ? Math.min(Math.max(columns ?? usualWidth, narrowest), widest) : usualWidth,
    hasColours: isPerson && !wishes['NO_COLOR'] && wishes['TERM'] !== 'dumb',
  };
};

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

/** Colours of every terminal's own palette, so that they fit whatever its ground is. */
export const paint: Paint = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  cyan: sgr(36, 39),
};
