// A command line too long for a page, broken so that a shell reads it as one.
import { pageWidth } from './paragraph.ts';

/** A list broken at its commas; what follows a break begins its line, or the shell would see a blank. */
const broken = (option: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const part of option.split(/(?<=,)/)) {
    if (line !== '' && line.length + part.length > width) {
      lines.push(line);
      line = part;
    } else line += part;
  }
  return [...lines, line];
};

/** A command with its options, each on lines of its own, to be pasted into a shell. */
export const shellLines = (command: string, options: readonly string[]): readonly string[] => {
  const lines = [command, ...options.flatMap((option) => broken(`  ${option}`, pageWidth - 2))];
  return lines.map((line, at) => {
    if (at === lines.length - 1) return line;
    return line.endsWith(',') ? `${line}\\` : `${line} \\`;
  });
};
