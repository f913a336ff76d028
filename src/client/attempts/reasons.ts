// Gathers the reasons out of an error body's JSON, in whatever shape a service gives them, within bounds.
import { beginningOf, shortened } from '../../../tools/cut-text.ts';
import { isObject } from '../../../tools/json-object.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where services put sentences, the most telling first. */
const sentences = ['message', 'error_description', 'reason', 'detail', 'description', 'title'];
/** Where services put lists or objects of reasons. */
const gatherings = ['messages', 'errors', 'root_causes', 'details', 'error', 'reasons', 'causes'];
/** What names the argument that a reason is about. */
const subjects = ['field', 'attribute', 'param', 'path', 'property'];

const deepest = 5;
const mostReasons = 8;
const mostLooked = 200;
const longest = 300;

const sentenceIn = (json: Json): string | undefined =>
  sentences
    .map((name) => json[name])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');

const subjectIn = (json: Json): string | undefined =>
  subjects
    .map((name) => json[name])
    .find((value): value is string => typeof value === 'string' && value !== '');

/** The reasons in an error body, each once, the most telling first; at most eight of at most 300 characters. */
export const reasonsIn = (body: unknown): readonly string[] => {
  const found = new Set<string>();
  let looked = 0;

  const add = (reason: string, about: string | undefined): void => {
    const said = beginningOf(reason.trim(), longest + 1);
    if (said === '') return;
    const whole = about === undefined ? said : `${shortened(about, 80)}: ${said}`;
    if (found.size < mostReasons) found.add(shortened(whole, longest));
  };

  const walk = (value: unknown, about: string | undefined, depth: number): void => {
    looked += 1;
    if (looked > mostLooked || depth > deepest || found.size >= mostReasons) return;
    if (typeof value === 'string') add(value, about);
    else if (Array.isArray(value))
      for (const one of value.slice(0, mostReasons)) walk(one, about, depth + 1);
    else if (isObject(value)) walkObject(value, about, depth);
  };

  const walkObject = (json: Json, about: string | undefined, depth: number): void => {
    const sentence = sentenceIn(json);
    if (sentence !== undefined) add(sentence, subjectIn(json) ?? about);
    const within = gatherings.filter((name) => json[name] !== undefined && json[name] !== null);
    for (const name of within) {
      // A bare `error` beside a sentence is only its id.
      if (name === 'error' && typeof json[name] === 'string' && found.size > 0) continue;
      const inner = json[name];
      if (isObject(inner) && sentenceIn(inner) === undefined) walkFields(inner, depth + 1);
      else walk(inner, about, depth + 1);
    }
    if (sentence === undefined && within.length === 0 && depth > 0) walkFields(json, depth);
  };

  /** An object whose keys are the arguments that its reasons are about. */
  const walkFields = (json: Json, depth: number): void => {
    let seen = 0;
    for (const name in json) {
      seen += 1;
      if (seen > mostReasons) return;
      walk(json[name], gatherings.includes(name) ? undefined : name, depth + 1);
    }
  };

  walk(body, undefined, 0);
  return [...found];
};
