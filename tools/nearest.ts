// Finds the known name that a mistyped one was probably meant to be.

/** Letters to add, leave out or replace to make one text the other. */
export const distance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replace = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replace, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? a.length;
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The known name nearest to `name`, or undefined when none is near: case and separators do not count,
 * and at most a third of the letters may differ. Only the first 64 characters are compared.
 */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  const wanted = plain(name.slice(0, 64));
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const other = plain(candidate);
    // Names of very different length are not compared letter by letter.
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const steps = distance(wanted, other);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
};
