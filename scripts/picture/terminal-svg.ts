// A terminal as a picture: lines of text in a window, as SVG that needs no font of ours and follows the reader's theme.

const [letter, line, margin, bar] = [8.4, 20, 20, 36];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who speaks at the beginning of a line is set apart, and what a person answers. */
const kindOf = (text: string): string => {
  if (/^\d of \d /.test(text)) return 'title';
  if (/^(agent|server) /.test(text)) return 'speaks';
  return text.startsWith('you ') ? 'you' : 'plain';
};

const rowOf = (text: string, index: number): string => {
  const y = bar + margin + index * line;
  const [, who = '', rest = text] = /^(agent|server|you)(\s.*)$/.exec(text) ?? [];
  const kind = kindOf(text);
  const spoken = who === '' ? '' : `<tspan class="who">${who}</tspan>`;
  return `<text class="${kind}" x="${margin}" y="${y}" xml:space="preserve">${spoken}${escaped(rest)}</text>`;
};

const style = `
svg { color-scheme: light dark; }
.window { fill: light-dark(#f7f8fa, #14171c); stroke: light-dark(#d5d9e0, #2b313a); }
.dot { fill: light-dark(#c9ced6, #3a414c); }
text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: light-dark(#2a2f37, #d3d8e0); }
.title { font-weight: 700; }
.who { fill: light-dark(#0b62c4, #6cb2ff); }
.you .who { fill: light-dark(#a8420a, #ffab6b); font-weight: 700; }
`;

/**
 * Draws the window.
 * @param lines what stands in it, each at most `columns` wide.
 * @param title what it is a picture of, for those who do not see it.
 */
export const terminalSvg = (lines: readonly string[], title: string, columns = 80): string => {
  const width = Math.ceil(columns * letter + 2 * margin);
  const height = bar + 2 * margin + (lines.length - 1) * line;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="window" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>`,
    ...[0, 1, 2].map((dot) => `<circle class="dot" cx="${margin + dot * 18}" cy="20" r="6"/>`),
    ...lines.map(rowOf),
    '</svg>',
    '',
  ].join('\n');
};
