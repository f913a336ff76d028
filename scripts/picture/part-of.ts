// One part of what the demo tells.

/**
 * The lines of a part, its title first.
 * @throws {Error} when there is no such part.
 */
export const partOf = (told: string, title: string): readonly string[] => {
  const lines = told.split('\n');
  const from = lines.findIndex((line) => line.endsWith(`  ${title}`));
  if (from < 0) throw new Error(`the demo tells no part "${title}"`);
  const next = lines.findIndex((line, index) => index > from && /^\d of \d {2}/.test(line));
  const part = lines.slice(from, next < 0 ? lines.length : next);
  while (part.at(-1) === '') part.pop();
  return part;
};
