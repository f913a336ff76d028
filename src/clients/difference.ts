// The lines by which two texts differ, with their numbers, for a person to agree to.

/** A line that goes or comes. */
export interface LineChange {
  readonly sign: '-' | '+';
  /** In the text before for one that goes, in the text after for one that comes; counted from one. */
  readonly line: number;
  readonly text: string;
}

/** So many pairs of lines are compared at most. */
const most = 1_000_000;

const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);

/** The lines that both have in their order, as pairs of indexes. */
const common = (
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] => {
  if (a.length * b.length > most) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
};

/** The lines by which a text becomes another, in their order. */
export const difference = (before: string, after: string): readonly LineChange[] => {
  const a = linesOf(before);
  const b = linesOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end += 1;
  const goes = a.slice(start, a.length - end);
  const comes = b.slice(start, b.length - end);
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...common(goes, comes), [goes.length, comes.length] as const]) {
    for (; i < nextI; i++) changes.push({ sign: '-', line: start + i + 1, text: goes[i] ?? '' });
    for (; j < nextJ; j++) changes.push({ sign: '+', line: start + j + 1, text: comes[j] ?? '' });
    i = nextI + 1;
    j = nextJ + 1;
  }
  return changes;
};
