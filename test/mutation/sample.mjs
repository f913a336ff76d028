// Which mutants a bounded run tries: every so-manyth of a part, so that each of its files is asked about.
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {}, error() {} };

/** A change that empties a whole function is noticed by nearly every test, and would bring all changes within along. */
const widestLines = 12;

const mutantsOf = async (files) => {
  const { mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return mutants;
};

const within = (inner, outer) =>
  (inner.start.line > outer.start.line ||
    (inner.start.line === outer.start.line && inner.start.column >= outer.start.column)) &&
  (inner.end.line < outer.end.line ||
    (inner.end.line === outer.end.line && inner.end.column <= outer.end.column));

/**
 * Ranges for `--mutate` that hold about so many mutants of these files; the same ones every time.
 * @param {readonly string[]} files
 * @param {number} about
 * @returns {Promise<string[]>}
 */
export const sampleOf = async (files, about) => {
  const all = (await mutantsOf(files)).filter(
    ({ location: { start, end } }) => end.line - start.line <= widestLines,
  );
  const chosen = new Set();
  const ranges = [];
  // A step that shares no factor with the number visits every mutant once, and neighbours late.
  const step = 7919;
  for (let turn = 0; turn < all.length && chosen.size < about; turn += 1) {
    const mutant = all[(turn * step) % all.length];
    if (chosen.has(mutant.id)) continue;
    const { start, end } = mutant.location;
    ranges.push(
      `${mutant.fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`,
    );
    for (const other of all)
      if (other.fileName === mutant.fileName && within(other.location, mutant.location))
        chosen.add(other.id);
  }
  return ranges;
};
