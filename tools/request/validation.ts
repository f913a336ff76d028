// Checks the arguments of a call: bounds first, then reading, schema, names and rules; everything wrong is told at once.
import { restoredValue } from '../invisible/values.ts';
import { isObject } from '../json-object.ts';
import { checkedSchemaOf } from '../tool/input-schema.ts';
import type { Tool } from '../tool/tool.ts';
import { tooMuch } from './bounds.ts';
import { problemsOfFields, unknownFields } from './field-names.ts';
import { createFullCheck } from './in-full.ts';
import { unknownNames } from './names.ts';
import { firstFew, refused, type Validated } from './problems.ts';
import { read, readArguments, withoutBlanks } from './reading.ts';
import { brokenRules } from './rules.ts';
import { checkAgainst } from './schema-check.ts';
import { conditionsIn, problemsOfWhere } from './where.ts';
import { kindOf, sentenceOf } from './wording.ts';

export type { Validated } from './problems.ts';

const fieldsIn = (where: unknown): readonly string[] =>
  conditionsIn(where).map(({ field }) => field);

/** Checks the raw arguments of a call (absent counts as none); never throws. */
export type Validator = (raw: unknown) => Promise<Validated>;

/** A validator for one tool. Nothing is made of its schema until the first call comes. */
export const createValidator = (tool: Tool): Validator => {
  const { endpoint } = tool;
  const schema = checkedSchemaOf(endpoint);
  const check = checkAgainst(schema);
  const checkInFull = endpoint.inFull && createFullCheck(tool);
  return async (raw) => {
    const sent = readArguments(raw);
    if (!isObject(sent)) return refused([`the arguments must be an object, not ${kindOf(sent)}`]);
    const unfit = tooMuch(sent);
    if (unfit !== undefined) return refused([unfit]);
    // What an answer showed by a mark is meant as it was: after reading, since JSON text may hold marks, and once.
    const given = withoutBlanks(restoredValue(read(sent, schema)), tool);
    // Text may have been read as JSON, with whatever was in it.
    const unfitNow = tooMuch(given);
    if (unfitNow !== undefined) return refused([unfitNow]);
    const unknown = unknownNames(tool, given);
    const issues = check(given).filter(
      // Names at the top are told with a suggestion already.
      ({ code, path }) => code !== 'unrecognized_keys' || path.length > 0,
    );
    const fields = [...problemsOfFields(given['fields']), ...problemsOfWhere(given['where'])];
    const sentences = [
      ...unknown.sentences,
      ...firstFew(issues).map((issue) => sentenceOf(issue, given, schema)),
      ...fields,
    ];
    const total = unknown.total + issues.length + fields.length;
    if (total > 0) return refused(sentences, total);
    const unknownToReply = [
      ...(await unknownFields(tool, given['fields'])),
      ...(await unknownFields(tool, fieldsIn(given['where']), 'where')),
    ];
    if (unknownToReply.length > 0) return refused(unknownToReply);
    const broken = brokenRules(endpoint.rules ?? [], given);
    if (broken.length > 0) return refused(broken);
    return checkInFull ? checkInFull(given) : { ok: true, arguments: given };
  };
};
