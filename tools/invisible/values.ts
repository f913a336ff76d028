// Shows and restores whole values as JSON has them: every text in them, the names of fields too.
import { isObject, type JsonObject, put } from '../json-object.ts';
import { unseenClass } from './rule.ts';
import { opening, restored, visible } from './visible.ts';

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

// Made when the first answer comes that is more than ASCII.
let shows: RegExp | undefined;

/** Whether JSON may hold something to show: what is not seen, a mark, or JSON's escapes for controls and for halves. */
const isDoubtful = (json: string): boolean => {
  // Counting bytes is several times as fast as looking at letters, and most answers are plain.
  if (Buffer.byteLength(json) === json.length)
    return json.includes('\u007f') || (json.includes('\\') && /\\[ubfr]/.test(json));
  shows ??= new RegExp(`[${opening}${unseenClass}]|\\\\[ubfr]`, 'u');
  return shows.test(json);
};

/** The JSON of a value, with everything shown that nobody sees. */
export const visibleJson = (value: unknown): string => {
  const json = JSON.stringify(value);
  return isDoubtful(json) ? JSON.stringify(changed(value, visible)) : json;
};

/** Whether a text or name in a value may hold a mark. */
const mayHoldMark = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes(opening);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(mayHoldMark);
  const fields = value as JsonObject;
  for (const name in fields) if (name.includes(opening) || mayHoldMark(fields[name])) return true;
  return false;
};

/** The value as it was before it was shown; the same object where nothing in it was shown. */
export const restoredValue = <Value>(value: Value): Value =>
  mayHoldMark(value) ? (changed(value, restored) as Value) : value;
