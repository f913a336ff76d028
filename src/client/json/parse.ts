// Parses JSON piece by piece, so that a long reply holds up nobody: the same value as at one go, or nothing.
import type { Slices } from '../../processor/slices.ts';
import { type Large, Layout, type LayoutBounds, type Unfit } from './layout.ts';

/** What is parsed at one go, and what is not parsed at all. */
export interface JsonBounds extends LayoutBounds {
  /** Estimated bytes of memory. */
  readonly weight: number;
}

/**
 * Levels, members of an object and a weight that are many times those of any reply of DigitalOcean's. The costliest
 * piece, of nothing but empty objects, takes some 3 ms.
 */
export const usualJsonBounds: JsonBounds = {
  depth: 100,
  fields: 10_000,
  weight: 24 * 1024 * 1024,
  piece: 32 * 1024,
};

/** A parsed text, or why there is none. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly weight: number }
  | { readonly ok: false; readonly why: Unfit | 'too_heavy' | 'no_memory' };

/** Thrown within this file for what is no JSON. */
class Broken extends Error {}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken();
  }
};

const isBlank = (text: string): boolean => !/[^ \t\r\n]/.test(text);

type Fields = Record<string, unknown>;

/** Sets a field as JSON means it: `__proto__` is a name like any other. */
const setField = (object: Fields, name: string, value: unknown): void => {
  if (name === '__proto__')
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else object[name] = value;
};

/** Puts the large things of one text together, piece by piece. */
const builderOf = (text: string, slices: Slices) => {
  const pieces = async (
    large: Large,
    take: (piece: string) => void,
    takeLarge: (before: string, value: unknown) => void,
  ): Promise<void> => {
    let from = large.start;
    for (const to of [...large.cuts, large.end - 1]) {
      if (slices.isDue) await slices.next();
      const inner = large.within.get(from);
      if (inner) {
        const before = text.slice(from + 1, inner.start);
        if (!isBlank(text.slice(inner.end, to))) throw new Broken();
        takeLarge(before, await build(inner));
      } else {
        const piece = text.slice(from + 1, to);
        const isAll = large.cuts.length === 0;
        if (!isBlank(piece)) take(piece);
        else if (!isAll) throw new Broken();
      }
      from = to;
    }
  };

  const listOf = async (large: Large): Promise<unknown> => {
    const list: unknown[] = [];
    await pieces(
      large,
      (piece) => {
        for (const one of parsed(`[${piece}]`) as readonly unknown[]) list.push(one);
      },
      (before, value) => {
        if (!isBlank(before)) throw new Broken();
        list.push(value);
      },
    );
    return list;
  };

  const objectOf = async (large: Large): Promise<unknown> => {
    const object: Fields = {};
    const add = (json: string, value?: unknown): void => {
      const some = parsed(json) as Fields;
      for (const name of Object.keys(some)) setField(object, name, value ?? some[name]);
    };
    await pieces(
      large,
      (piece) => add(`{${piece}}`),
      // An empty list in the place of the large value tells whether what stands before it is a name.
      (before, value) => add(`{${before}[]}`, value),
    );
    return object;
  };

  const build = (large: Large): Promise<unknown> =>
    large.isList ? listOf(large) : objectOf(large);
  return build;
};

/**
 * Parses a text; gives way to others between pieces, whenever the slice is due. Never throws.
 * @param fits asked before anything is made whether so many bytes may be held beside the text
 */
export const parseJson = async (
  text: string,
  slices: Slices,
  fits: (bytes: number) => boolean = () => true,
  bounds: JsonBounds = usualJsonBounds,
): Promise<ParsedJson> => {
  const layout = new Layout(text, bounds);
  while (!layout.isOver) {
    layout.walk(bounds.piece);
    if (slices.isDue) await slices.next();
  }
  if (layout.unfit !== undefined) return { ok: false, why: layout.unfit };
  const { weight, root } = layout;
  if (weight > bounds.weight) return { ok: false, why: 'too_heavy' };
  if (!fits(weight - text.length)) return { ok: false, why: 'no_memory' };
  try {
    if (!root) return { ok: true, value: parsed(text), weight };
    if (!isBlank(text.slice(0, root.start)) || !isBlank(text.slice(root.end))) throw new Broken();
    return { ok: true, value: await builderOf(text, slices)(root), weight };
  } catch (error) {
    if (error instanceof Broken) return { ok: false, why: 'broken' };
    throw error;
  }
};
