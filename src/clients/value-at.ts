// Looks into a value that was read, along the path that a client's file is changed by.
import { isObject } from '../../tools/json-object.ts';
import type { Step } from './formats/format.ts';

const isMeant = (item: unknown, step: Exclude<Step, string>): boolean =>
  isObject(item) && item[step.key] === step.is;

/** What stands at the end of a path; undefined where nothing does. */
export const valueAt = (value: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((one, step) => {
    if (typeof step === 'string')
      return isObject(one) && Object.hasOwn(one, step) ? one[step] : undefined;
    return Array.isArray(one) ? one.find((item) => isMeant(item, step)) : undefined;
  }, value);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0);

/** The value without what stands at the end of a path, nor what leads there and is empty without it. */
export const without = (value: unknown, path: readonly Step[]): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return undefined;
  if (typeof step === 'string') {
    if (!isObject(value) || !Object.hasOwn(value, step)) return value;
    const inner = without(value[step], rest);
    const { [step]: _, ...others } = value;
    return isEmpty(inner) ? others : { ...value, [step]: inner };
  }
  if (!Array.isArray(value)) return value;
  return value.flatMap((item: unknown) => {
    if (!isMeant(item, step)) return [item];
    const inner = without(item, rest);
    return isEmpty(inner) ? [] : [inner];
  });
};
