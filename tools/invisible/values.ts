// Shows and restores whole values as JSON has them: every text in them, the names of fields too.
import { isObject, put } from '../json-object.ts';
import { restored, visible } from './visible.ts';

/** The value with every text changed; itself where no text in it changes. */
const changed = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const all = value.map((one) => changed(one, change));
    return all.some((one, at) => one !== value[at]) ? all : value;
  }
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  let isOther = false;
  for (const name of Object.keys(value)) {
    const before = value[name];
    const [nowName, now] = [change(name), changed(before, change)];
    put(copy, nowName, now);
    isOther ||= nowName !== name || now !== before;
  }
  return isOther ? copy : value;
};

/** Whether JSON may hold something to show: anything beyond ASCII, or its escapes for controls and for halves. */
const isDoubtful = (json: string): boolean =>
  // Counting bytes is several times as fast as looking at letters, and most answers are plain.
  Buffer.byteLength(json) !== json.length ||
  json.includes('\u007f') ||
  (json.includes('\\') && /\\[ubfr]/.test(json));

/** The JSON of a value, with everything shown that nobody sees. */
export const visibleJson = (value: unknown): string => {
  const json = JSON.stringify(value);
  return isDoubtful(json) ? JSON.stringify(changed(value, visible)) : json;
};

/** The value as it was before it was shown; the same object where nothing in it was shown. */
export const restoredValue = <Value>(value: Value): Value => changed(value, restored) as Value;
