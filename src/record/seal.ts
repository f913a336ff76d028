// Seals what is kept beside the lines: whoever has not the key can neither make nor alter it.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isObject } from '../../tools/json-object.ts';

const macOf = (key: Buffer, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}\n`).update(text).digest('hex');

/** JSON of an object, sealed for one purpose. */
export const sealed = (key: Buffer, purpose: string, value: object): string => {
  const json = JSON.stringify(value);
  return `${json.slice(0, -1)},"mac":"${macOf(key, purpose, json)}"}`;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What was sealed for this purpose; undefined when it was not sealed with this key, or not for this. */
export const unsealed = (
  key: Buffer,
  purpose: string,
  text: string,
): Readonly<Record<string, unknown>> | undefined => {
  const whole = parsed(text);
  if (!isObject(whole)) return undefined;
  const { mac, ...value } = whole;
  const wanted = macOf(key, purpose, JSON.stringify(value));
  if (typeof mac !== 'string' || mac.length !== wanted.length) return undefined;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(wanted)) ? value : undefined;
};
