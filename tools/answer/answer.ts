// Turns DigitalOcean's reply into the contract's answer: one compact JSON value, complete in itself.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';
import type { Arguments, Tool } from '../tool/tool.ts';
import { redact } from './redaction.ts';
import { show, type Wish } from './view.ts';

/** An answer before it becomes text. */
export type Answer = Readonly<Record<string, unknown>>;

/** A started or read action, as every answer about long work shows it. */
interface ActionSummary {
  readonly id: unknown;
  readonly status: unknown;
}

/** What the caller asked to see. */
export const wishOf = (given: Arguments): Wish => ({
  fields: Array.isArray(given['fields']) ? given['fields'].map(String) : undefined,
  detail: given['detail'] === 'full' ? 'full' : 'compact',
});

/** One resource without its secrets (unless they are allowed) and in the detail that was asked for. */
export const present = (
  endpoint: Endpoint,
  resource: unknown,
  wish: Wish,
  allowSecrets: boolean,
): unknown => {
  const safe =
    endpoint.discloses && !allowSecrets ? redact(resource, endpoint.discloses.fields) : resource;
  return show(safe, endpoint.view, wish);
};

const actionsIn = (
  endpoint: Endpoint,
  body: Readonly<Record<string, unknown>>,
): readonly ActionSummary[] => {
  const { reply } = endpoint;
  if (reply.kind === 'object' && reply.key === 'action' && isObject(body['action']))
    return [{ id: body['action']['id'], status: body['action']['status'] }];
  const links = body['links'];
  const actions = isObject(links) && Array.isArray(links['actions']) ? links['actions'] : [];
  return actions
    .filter(isObject)
    .map((action) => ({ id: action['id'], status: action['status'] ?? 'in-progress' }));
};

/** The resource in a reply without DigitalOcean's envelope; several made at once stay under their own key. */
const unwrap = (
  endpoint: Endpoint,
  body: Readonly<Record<string, unknown>>,
  presented: (resource: unknown) => unknown,
): Answer => {
  const { reply } = endpoint;
  if (reply.kind !== 'object' || reply.key === null) return asObject(presented(body));
  const many = reply.many === undefined ? undefined : body[reply.many];
  if (reply.many !== undefined && Array.isArray(many)) return { [reply.many]: many.map(presented) };
  // Where the document and reality disagree about the envelope, the bare body is the resource.
  return asObject(presented(body[reply.key] ?? body));
};

const asObject = (value: unknown): Answer => (isObject(value) ? value : { result: value });

/** The answer to a call that returned one resource, or several made at once. */
export const answerObject = (
  tool: Tool,
  given: Arguments,
  body: unknown,
  options: { readonly allowSecrets: boolean; readonly next?: string | undefined },
): Answer => {
  if (!isObject(body)) return { done: true };
  const wish = wishOf(given);
  const resource = unwrap(tool.endpoint, body, (one) =>
    present(tool.endpoint, one, wish, options.allowSecrets),
  );
  const actions = actionsIn(tool.endpoint, body);
  return {
    ...resource,
    ...(actions.length === 1 && { action: actions[0] }),
    ...(actions.length > 1 && { actions }),
    ...(options.next !== undefined && { next: options.next }),
  };
};

/** The answer to a call whose success has no body. */
export const answerEmpty = (tool: Tool, given: Arguments): Answer => {
  const [last] = tool.places.path.toReversed();
  const target = last === undefined ? targetOf(tool, given) : given[last];
  return {
    [tool.endpoint.method === 'DELETE' ? 'deleted' : 'done']: true,
    ...(target !== undefined && { id: target }),
  };
};

/** What a deletion without an id in its path was about: its query, as one value or an object. */
const targetOf = (tool: Tool, given: Arguments): unknown => {
  const named = tool.places.query.filter((name) => given[name] !== undefined);
  const [only] = named;
  if (only === undefined) return undefined;
  return named.length === 1
    ? given[only]
    : Object.fromEntries(named.map((name) => [name, given[name]]));
};

/** A list as the client collected it. */
export interface Collected {
  readonly items: readonly unknown[];
  readonly siblings: Readonly<Record<string, unknown>>;
  readonly total: number | null;
  readonly after: string | null;
  readonly note?: string | undefined;
}

/** The answer to a list, bounded: items that do not fit are left out whole, counted, and can be had from `after` on. */
export const answerList = (
  tool: Tool,
  given: Arguments,
  list: Collected,
  options: {
    readonly allowSecrets: boolean;
    /** The longest answer, in characters of JSON. */
    readonly longest: number;
    /** The cursor that resumes at the item with this index. */
    readonly resumeAt: (index: number) => string | null;
  },
): Answer => {
  const wish = wishOf(given);
  const shown = list.items.map((item) => present(tool.endpoint, item, wish, options.allowSecrets));
  const fits = countThatFit(shown, options.longest);
  const cut = fits < shown.length;
  const note = cut
    ? `${shown.length - fits} of ${shown.length} items did not fit into one answer; pass after to go on, or ask for fewer fields.`
    : list.note;
  return {
    items: cut ? shown.slice(0, fits) : shown,
    returned: cut ? fits : shown.length,
    total: list.total,
    after: cut ? options.resumeAt(fits) : list.after,
    ...list.siblings,
    ...(note !== undefined && { note }),
  };
};

// At least one item is always shown, so that every answer leads on.
const countThatFit = (items: readonly unknown[], longest: number): number => {
  let length = 0;
  for (const [index, item] of items.entries()) {
    length += JSON.stringify(item).length + 1;
    if (length > longest) return Math.max(index, 1);
  }
  return items.length;
};
