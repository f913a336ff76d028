// Reads the arguments of a tools/call as an object, before the SDK sees them: its refusal is a validator's dump.
import { isObject, type JsonObject } from '../../tools/json-object.ts';
import { readArguments } from '../../tools/request/reading.ts';

/**
 * Parameters of a tools/call with their arguments as an object, where they came as nothing (null, "") or as JSON text.
 * What is no object at all goes on under a name that no tool has: the tool refuses it, in words.
 */
export const withArguments = (params: JsonObject): JsonObject => {
  const { arguments: raw } = params;
  if (!Object.hasOwn(params, 'arguments') || isObject(raw)) return params;
  const read = readArguments(raw);
  return { ...params, arguments: isObject(read) ? read : { arguments: raw } };
};
