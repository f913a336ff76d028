// Checks arguments against a schema alone, for tools that are not made of an endpoint.
import { isObject } from '../json-object.ts';
import type { InputSchema } from '../tool/tool.ts';
import { tooMuch } from './bounds.ts';
import { firstFew, refused, type Validated } from './problems.ts';
import { read, readArguments } from './reading.ts';
import { checkAgainst } from './schema-check.ts';
import { kindOf, sentenceOf } from './wording.ts';

/** The arguments as the schema wants them, or what is wrong with them; never throws. */
export const validateAgainst = (schema: InputSchema, raw: unknown): Validated => {
  const sent = readArguments(raw);
  if (!isObject(sent)) return refused([`the arguments must be an object, not ${kindOf(sent)}`]);
  const unfit = tooMuch(sent);
  if (unfit !== undefined) return refused([unfit]);
  const given = read(sent, schema);
  if (!isObject(given)) return refused([`the arguments must be an object, not ${kindOf(given)}`]);
  const issues = checkAgainst(schema)(given);
  return issues.length === 0
    ? { ok: true, arguments: given }
    : refused(
        firstFew(issues).map((issue) => sentenceOf(issue, given, schema)),
        issues.length,
      );
};
