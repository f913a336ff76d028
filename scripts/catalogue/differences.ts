// Tells where two JSON values differ, in lines that a person reads.
import { shortened } from '../../tools/cut-text.ts';
import { isObject } from './document.ts';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return shortened(text, 117);
};

/** Every place where two values differ, as `path: before → after`. */
export const differences = (before: unknown, after: unknown, path: string): readonly string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [`${path}: ${shown(before)} → ${shown(after)}`];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const found = keys.flatMap((key) =>
    differences(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
  return found.length > 0 ? found : [`${path || 'the order of fields'} changed its order`];
};
