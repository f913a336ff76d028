// What the program answers to a shell that asks how a line may go on.
import { beginningOf, shortened } from '../../../tools/cut-text.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { CommandEntry } from '../command.ts';
import { candidatesFor } from './candidates.ts';

/** The longest line that is looked at, in characters. */
const longestLine = 16_384;

/** The words of a line as a shell would take them apart, the last one as far as it is typed. */
export const wordsOfLine = (line: string): readonly string[] => {
  const words = [
    ...beginningOf(line, longestLine).matchAll(
      /(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|\\(.)|[^\s"'\\])+/g,
    ),
  ].map(([word]) => word.replaceAll(/["']|\\(?=.)/g, ''));
  return /\s$/.test(line) ? [...words, ''] : words;
};

/** A sentence on the one line that a shell shows of it. */
const says = (text: string): string => shortened(text.replaceAll(/\s+/g, ' '), 80);

/**
 * A line for each candidate: the value, and behind a tab what it is.
 * @param asked how the shell gives its line (`bash`, `line`: as one text; `words`: taken apart), and that line.
 */
export const answerShell = async (
  [how = '', ...given]: readonly string[],
  table: readonly CommandEntry[],
  box: ToolBox,
): Promise<string> => {
  const words = how === 'words' ? given : wordsOfLine(given[0] ?? '').slice(1);
  const typed = words.at(-1) ?? '';
  const found = await candidatesFor(words.slice(0, -1), typed, { table, box });
  if (how !== 'bash')
    return found
      .map((one) => (one.says === '' ? one.value : `${one.value}\t${says(one.says)}`))
      .join('\n');
  // Bash begins a new word behind each `=`, and puts what it is given behind the last one.
  const from = typed.lastIndexOf('=') + 1;
  return found.map(({ value }) => value.slice(from)).join('\n');
};
