// What clients send as null for "nothing": taken out, because the SDK refuses it without a word.
import { isObject, type JsonObject } from '../../tools/json-object.ts';

// Capabilities hold objects that hold settings; experimental ones are the client's own and stay as they are below that.
const levels = 2;

/** An object without the members that are null, so many levels down; the same object when there are none. */
const sparse = (value: unknown, left: number): unknown => {
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const kept = entries.flatMap(([name, member]) =>
    member === null ? [] : [[name, left > 1 ? sparse(member, left - 1) : member] as const],
  );
  const isSame =
    kept.length === entries.length && kept.every(([name, member]) => value[name] === member);
  return isSame ? value : Object.fromEntries(kept);
};

/** A member that may be null where an object or nothing is meant. */
const declared = (value: unknown): unknown => (value === null ? {} : sparse(value, levels));

/** Leaves a member out, or puts another in its place; the same object when nothing changes. */
const change = (
  holder: JsonObject,
  name: string,
  change: (value: unknown) => unknown,
): JsonObject => {
  if (!Object.hasOwn(holder, name)) return holder;
  const now = change(holder[name]);
  if (now === holder[name]) return holder;
  const { [name]: _, ...rest } = holder;
  return now === undefined ? rest : { ...rest, [name]: now };
};

const leftOut = (value: unknown): unknown => (value === null ? undefined : value);

const prefix = 'io.modelcontextprotocol/';

/** Parameters in which null stands for nothing, without it; the same object when there is none. */
export const withoutNulls = (params: JsonObject): JsonObject => {
  const opening = change(change(params, 'cursor', leftOut), 'capabilities', declared);
  const named = change(opening, 'clientInfo', (value) => sparse(value, 1));
  return change(named, '_meta', (meta) =>
    isObject(meta)
      ? change(
          change(change(meta, 'progressToken', leftOut), `${prefix}clientCapabilities`, declared),
          `${prefix}clientInfo`,
          (value) => sparse(value, 1),
        )
      : meta,
  );
};
