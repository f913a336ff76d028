// Paths in which a part is not foreseen: `/approvals/{id}` and its like.
import type { PathParts } from './door.ts';

/** The longest part, in characters: what is longer names nothing of ours. */
const longestPart = 100;

/** The parts of a path that a pattern names; undefined when the path is another. */
export type PathPattern = (path: string) => PathParts | undefined;

/** @returns undefined for a path that names no part. */
export const pathPattern = (pattern: string): PathPattern | undefined => {
  if (!pattern.includes('{')) return undefined;
  const wanted = pattern.split('/').map((step) => ({
    step,
    name: /^\{([a-z]+)\}$/.exec(step)?.[1],
  }));
  return (path) => {
    const steps = path.split('/', wanted.length + 1);
    if (steps.length !== wanted.length) return undefined;
    const parts: Record<string, string> = {};
    for (const [place, { step, name }] of wanted.entries()) {
      const given = steps[place] ?? '';
      if (name === undefined) {
        if (given !== step) return undefined;
      } else if (given === '' || given.length > longestPart) return undefined;
      else parts[name] = given;
    }
    return parts;
  };
};
