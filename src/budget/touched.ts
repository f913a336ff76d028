// What a call does to the things that a ledger counts: which it makes, raises, lowers or ends, each named by its path.
import type { OperationId } from '../../scope-map/operation-id.ts';
import { valueAt, valuesAt } from '../../tools/places.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { Held, Trace } from './ledger.ts';
import { markOf } from './mark.ts';

/** A call as far as it matters here. */
export interface CostingCall {
  readonly tool: Tool;
  readonly given: Arguments;
  readonly request: ApiRequest;
  readonly decision: { readonly cost: 'none' | 'starts' | 'raises' | 'stops' };
}

/** What a call does. */
export type Touched =
  /** Things of which only the answer tells how they are called. */
  | { readonly does: 'makes'; readonly trace: Trace; readonly idAt: readonly string[] }
  /** Something that costs more from now on, or less. */
  | { readonly does: 'changes'; readonly thing: string }
  /** A thing with all that is part of it. */
  | { readonly does: 'ends'; readonly thing: string }
  /** Things that the call does not name one by one. */
  | { readonly does: 'may_end' }
  | { readonly does: 'nothing' };

/** Paths under which the same thing stands twice. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/^volumes\/snapshots\//, 'snapshots/'],
  [/^images\//, 'snapshots/'],
  [/^floating_ips\//, 'reserved_ips/'],
];

/** The longest path that is kept as it is: no thing of DigitalOcean's has a longer one. */
const longestPath = 300;

/** The one path of a thing. */
export const thingAt = (path: string): string => {
  const bare = path.replace(/^\/v2\//, '');
  const same = sameAs.find(([pattern]) => pattern.test(bare));
  const one = same ? bare.replace(same[0], same[1]) : bare;
  return one.length > longestPath ? `long/${markOf(one)}` : one;
};

/** Where the answer tells how a thing is called that is not called by its `id` or `uuid`. */
const idsAt: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  reservedIPs_create: ['ip'],
  floatingIPs_create: ['ip'],
  databases_create_replica: ['name'],
  registries_create: ['name'],
  dedicatedInferences_create: ['dedicated_inference.id'],
  genai_import_custom_model: ['model.uuid'],
};

/** Where things stand that are made elsewhere. */
const within = (path: string): string =>
  /^volumes\/[^/]+\/snapshots$/.test(path) ? 'snapshots' : thingAt(`${path}/`).slice(0, -1);

/** Names of one call that are remembered: DigitalOcean makes ten things at once at most. */
const mostNames = 100;

const namesIn = (given: Arguments): readonly string[] => {
  const names =
    given['names'] ?? given['name'] ?? valueAt(given, 'spec.name') ?? valueAt(given, 'params.name');
  return [names]
    .flat()
    .filter((name) => typeof name === 'string')
    .slice(0, mostNames)
    .map(markOf);
};

/** Calls on a thing of which the answer is about the work, not about what it makes: where that stands afterwards. */
const madeByAction = ({ tool, given }: CostingCall): string | undefined => {
  if (given['type'] !== 'snapshot') return undefined;
  if (tool.endpoint.id === 'dropletActions_post') return 'snapshots';
  return tool.endpoint.id === 'nfs_create_action' ? 'nfs/snapshots' : undefined;
};

/** Backups are a part of their Droplet that comes and goes. */
const partOf = ({ tool, given }: CostingCall): string =>
  tool.endpoint.id === 'dropletActions_post' && String(given['type']).includes('backup')
    ? '/backups'
    : '';

const onItself = /\/(?:actions|resize|autoscale|plan|dangerous)$/;

/** Ends more than the thing that its path names, or leaves something of it. */
const endsMore = /\/destroy_with_associated_resources\//;

/** What a call does, as far as it can be told before its answer. */
export const touchedBy = (call: CostingCall): Touched => {
  const { tool, request, decision, given } = call;
  const { method, path: template, id, reply } = tool.endpoint;
  const bare = request.path.replace(/^\/v2\//, '');
  const itself = `${thingAt(bare.replace(onItself, ''))}${partOf(call)}`;
  if (decision.cost === 'none') return { does: 'nothing' };
  if (decision.cost === 'stops') {
    if (partOf(call) !== '') return { does: 'ends', thing: itself };
    const isOne = method === 'DELETE' && /(?:\}|\/registry)$/.test(template.replace(onItself, ''));
    return isOne && !endsMore.test(template)
      ? { does: 'ends', thing: itself }
      : { does: 'may_end' };
  }
  const elsewhere = madeByAction(call);
  if (elsewhere !== undefined)
    return { does: 'makes', trace: { within: elsewhere, names: namesIn(given) }, idAt: [] };
  if (decision.cost === 'raises' || onItself.test(template) || reply.kind !== 'object')
    return { does: 'changes', thing: itself };
  if (id === 'registry_create') return { does: 'changes', thing: 'registry' };
  return {
    does: 'makes',
    trace: { within: within(bare), names: namesIn(given) },
    idAt: idsAt[id as OperationId] ?? ['id', 'uuid'],
  };
};

const idOf = (element: unknown, idAt: readonly string[]): string | undefined =>
  idAt
    .map((place) => valueAt(element, place))
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String)
    .at(0);

/** The things that an answer tells of; empty where it tells of none. */
export const thingsIn = (
  { tool }: Pick<CostingCall, 'tool'>,
  touched: Touched,
  body: unknown,
): readonly string[] => {
  if (touched.does === 'changes') return [touched.thing];
  if (touched.does !== 'makes') return [];
  const { reply } = tool.endpoint;
  if (reply.kind !== 'object') return [];
  const many = reply.many === undefined ? [] : valuesAt(body, reply.many).flat();
  const one = reply.key === null ? body : valueAt(body, reply.key);
  return (many.length > 0 ? many : [one]).flatMap((element) => {
    const id = idOf(element, touched.idAt);
    return id === undefined ? [] : [thingAt(`${touched.trace.within}/${encodeURIComponent(id)}`)];
  });
};

/** How many things a call makes, for the count of an hour: one a name. */
export const makesOf = ({ decision, given }: CostingCall): number => {
  if (decision.cost !== 'starts') return 0;
  const { names } = given;
  return Array.isArray(names) ? Math.max(1, names.length) : 1;
};

/**
 * Whether a thing costs the same however often it begins to: an address that is given to a Droplet and taken away again.
 * In between it costs nothing, and stays counted.
 */
export const isPaidOnce = (thing: string): boolean => thing.startsWith('reserved_ips/');

/** The things of which a reply that there is no such thing tells nothing: what they made goes on without them. */
const outlived = /^droplets\/autoscale\//;

/** Whether a thing that is not there any more costs nothing any more. */
export const endsWithItself = ({ thing }: Pick<Held, 'thing'>): boolean =>
  thing !== null && !outlived.test(thing);
