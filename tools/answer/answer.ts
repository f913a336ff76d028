// Turns DigitalOcean's reply into the contract's answer: one compact JSON value, complete in itself.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import { isTrueOf } from '../request/when.ts';
import type { Keeper } from '../secrets/keeping.ts';
import { redactionMark } from '../secrets/redaction-mark.ts';
import type { Arguments, Tool } from '../tool/tool.ts';
import { boundObject, boundText, longestAnswer } from './bounds.ts';
import { createPresenter, type Presenter } from './presenter.ts';
import type { Answer, Shaping } from './shaping.ts';
import { besideOurs } from './untrusted.ts';

export type { Answer } from './shaping.ts';

/** A started or read action, as every answer about long work shows it. */
interface ActionSummary {
  readonly id: unknown;
  readonly status: unknown;
}

/** Room for what every answer may say beside the resource. */
const ownRoom = 4000;

/** Whether what comes back is an action: the record of work on something. */
export const isAction = (reply: Endpoint['reply']): boolean =>
  reply.kind === 'object' && reply.key === 'action';

/** An action that says what it works on, also where DigitalOcean leaves that out: the call names it. */
const aboutWhat = (tool: Tool, given: Arguments, resource: Answer): Answer => {
  const [subject] = tool.places.path;
  const isSilent = Object.hasOwn(resource, 'resource_id') && resource['resource_id'] === null;
  if (!isAction(tool.endpoint.reply) || !isSilent || subject === undefined) return resource;
  return subject === 'action_id' ? resource : { ...resource, resource_id: given[subject] ?? null };
};

const actionsIn = (endpoint: Endpoint, body: JsonObject): readonly ActionSummary[] => {
  const { reply } = endpoint;
  // An action is the answer itself then, and told once.
  if (isAction(reply)) return [];
  const links = body['links'];
  const actions = isObject(links) && Array.isArray(links['actions']) ? links['actions'] : [];
  return actions
    .filter(isObject)
    .slice(0, mostActions)
    .map((action) => ({ id: action['id'], status: action['status'] ?? 'in-progress' }));
};

// At most ten Droplets are made by one call (API description, Droplets), each by one action.
const mostActions = 10;

const asObject = (value: unknown): Answer => (isObject(value) ? value : { result: value });

/** The resource in a reply without DigitalOcean's envelope; several made at once stay under their own key. */
const unwrap = (
  endpoint: Endpoint,
  body: JsonObject,
  presenter: Pick<Presenter, 'pick'>,
): Answer => {
  const { reply } = endpoint;
  if (reply.kind !== 'object' || reply.key === null) return asObject(presenter.pick(body));
  const many = reply.many === undefined ? undefined : body[reply.many];
  if (reply.many !== undefined && Array.isArray(many))
    return { [reply.many]: many.map((one) => presenter.pick(one)) };
  // Where the document and reality disagree about the envelope, the bare body is the resource.
  return asObject(presenter.pick(body[reply.key] ?? body));
};

/** Sentences that a successful call of these arguments must say. */
export const notesOf = (endpoint: Endpoint, given: Arguments): readonly string[] =>
  (endpoint.notes ?? []).filter(({ when }) => isTrueOf(when, given)).map(({ says }) => says);

/** An answer that says more, beside what it says already. */
export const withNotes = (answer: Answer, ...notes: readonly (string | undefined)[]): Answer => ({
  ...answer,
  ...joined([typeof answer['note'] === 'string' ? answer['note'] : undefined, ...notes]),
});

const joined = (notes: readonly (string | undefined)[]): { readonly note?: string } => {
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? {} : { note: said.join(' ') };
};

const keptWhole = (text: string, keeper: Keeper): string =>
  keeper.keep({ text, subject: undefined, place: [] }) ?? redactionMark;

/** Where a whole reply is one file, every credential in it is there. */
const keeperOf = (body: JsonObject, { keeper }: Shaping): Keeper | undefined => {
  if (!keeper?.isWhole) return keeper;
  const mark = keeper.keep({ text: JSON.stringify(body), subject: undefined, place: [] });
  return { ...keeper, keep: () => mark };
};

/**
 * Keeps every credential of a reply, whatever of it is shown: what can be had only now must not be lost because
 * nobody looks at it.
 */
export const keepAll = (tool: Tool, body: unknown, keeper: Keeper): void => {
  if (!isObject(body)) return;
  const kept = keeperOf(body, { allowSecrets: false, keeper });
  const presenter = createPresenter(tool.endpoint, {}, false, kept);
  presenter.clean(unwrap(tool.endpoint, body, { pick: (resource) => resource }));
};

/** The answer to a call that returned one resource, or several made at once. It fits, and says what was left out. */
export const answerObject = (
  tool: Tool,
  given: Arguments,
  body: unknown,
  options: Shaping & { readonly next?: string | undefined },
): Answer => {
  if (!isObject(body)) return { done: true, ...joined(notesOf(tool.endpoint, given)) };
  const presenter = createPresenter(
    tool.endpoint,
    given,
    options.allowSecrets,
    keeperOf(body, options),
  );
  // Bounded first, so that a resource of megabytes costs no more than one that is shown.
  const unwrapped = besideOurs(unwrap(tool.endpoint, body, presenter));
  const picked = boundObject(unwrapped, longestAnswer - ownRoom);
  const resource = aboutWhat(tool, given, asObject(presenter.clean(picked)));
  const actions = asList(presenter.clean(actionsIn(tool.endpoint, body)));
  const leftOut = Object.hasOwn(picked, 'left_out') ? String(picked['note']) : undefined;
  return {
    ...(tool.endpoint.method === 'DELETE' && answerEmpty(tool, given)),
    ...resource,
    ...(actions.length === 1 && { action: actions[0] }),
    ...(actions.length > 1 && { actions }),
    ...(options.next !== undefined && { next: options.next }),
    ...joined([leftOut, ...notesOf(tool.endpoint, given), presenter.advice()]),
  };
};

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a path ends in that is no part of the thing before it, but the way in which that is deleted. */
const ways: ReadonlySet<string | undefined> = new Set(['dangerous', 'selective']);

/** Who takes something out of a thing must not read that the thing was deleted. */
const noteOfPart = ({ method, path }: Endpoint): string | undefined => {
  const [, part] = /\}\/([a-z_]+)$/.exec(path) ?? [];
  if (method !== 'DELETE' || part === undefined || ways.has(part)) return undefined;
  return `Only its ${part.replaceAll('_', ' ')} changed: what has this id is still there.`;
};

/** The answer to a call whose success has no body. */
export const answerEmpty = (tool: Tool, given: Arguments): Answer => {
  const [last] = tool.places.path.toReversed();
  const target = last === undefined ? targetOf(tool, given) : given[last];
  return {
    [tool.endpoint.method === 'DELETE' ? 'deleted' : 'done']: true,
    ...(target !== undefined && { id: target }),
    ...joined([noteOfPart(tool.endpoint), ...notesOf(tool.endpoint, given)]),
  };
};

/** What a deletion without an id in its path was about: its query or body, as one value or an object. */
const targetOf = (tool: Tool, given: Arguments): unknown => {
  const { query, body } = tool.places;
  const named = [...query, ...Object.keys(body)].filter((name) => given[name] !== undefined);
  const [only] = named;
  if (only === undefined) return undefined;
  return named.length === 1
    ? given[only]
    : Object.fromEntries(named.map((name) => [name, given[name]]));
};

// A little more is looked at than is shown, so that no credential is cut in two before it is seen.
const margin = 8192;

/**
 * The answer to a call that returned text: the end of it when it is long, without what looks like a credential.
 * @param name the name that the text has in the answer
 */
export const answerText = (tool: Tool, name: string, text: string, options: Shaping): Answer => {
  const { keeper } = options;
  if (keeper?.isWhole) {
    const mark = keptWhole(text, keeper);
    return { [name]: mark, ...joined(keeper.said()) };
  }
  const presenter = createPresenter(tool.endpoint, {}, options.allowSecrets, keeper);
  const looked = boundText(text, longestAnswer + margin);
  const clean = presenter.clean(looked.text);
  const shown = boundText(typeof clean === 'string' ? clean : '', longestAnswer - ownRoom);
  const isCut = looked.note !== undefined || shown.note !== undefined;
  const note = isCut
    ? `The first ${text.length - shown.text.length} characters were left out; this is the end of the text.`
    : undefined;
  return { [name]: shown.text, ...joined([note, presenter.advice()]) };
};
