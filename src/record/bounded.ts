// Keeps what is recorded of arguments within bounds, before any work that grows with them.
import { beginningOf } from '../../tools/cut-text.ts';
import { isObject, put } from '../../tools/json-object.ts';

/** Characters that the arguments of one call may take on record: a change's are what is looked for afterwards. */
export const roomFor = { change: 65_536, other: 4_096 } as const;

const deepest = 24;

/** A text without its end; a credential that the cut would go through is left out whole. */
const cut = (text: string, room: number): string =>
  `${beginningOf(text, room).replace(/[^\s,;]+$/, '')}… (${text.length} characters)`;

/** A copy of a value that takes about so much room as JSON; what is left out is said where it stood. */
export const bounded = (value: unknown, room: number): unknown => {
  let left = room;
  const walk = (inner: unknown, depth: number): unknown => {
    if (typeof inner === 'string') {
      const { length } = inner;
      const shown = length <= left ? inner : cut(inner, left);
      left -= Math.min(length, left);
      return shown;
    }
    left -= 8;
    if (typeof inner !== 'object' || inner === null) return inner;
    if (depth > deepest) return '… (deeper)';
    if (Array.isArray(inner)) {
      const kept: unknown[] = [];
      for (const element of inner) {
        if (left <= 0) break;
        kept.push(walk(element, depth + 1));
      }
      return kept.length < inner.length ? [...kept, `… (${inner.length} in all)`] : kept;
    }
    if (!isObject(inner)) return null;
    const kept: Record<string, unknown> = {};
    for (const name in inner) {
      if (left <= 0) {
        kept['…'] = 'and more';
        break;
      }
      left -= name.length;
      put(kept, beginningOf(name, 256), walk(inner[name], depth + 1));
    }
    return kept;
  };
  return walk(value, 0);
};
