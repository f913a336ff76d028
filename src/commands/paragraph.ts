// Sets a text in lines of bounded width, behind a label where it has one.

/** As wide as the narrowest terminal in common use. */
export const pageWidth = 80;

/** A text broken at blanks, so that no line is longer than `width` unless a word is. */
export const linesOf = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** A label in the margin and its text beside it; under it, when the label is wider than the margin. */
export const labelled = (
  label: string,
  text: string,
  margin: number,
  width = pageWidth,
): string => {
  const lines = linesOf(text, width - margin);
  const beside = label.length + 1 < margin;
  const [first = '', ...rest] = lines;
  const head = beside
    ? [`${label.padEnd(margin)}${first}`]
    : [label, `${' '.repeat(margin)}${first}`];
  return [...head, ...rest.map((line) => `${' '.repeat(margin)}${line}`)].join('\n');
};
