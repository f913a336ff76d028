// The documented reply of an operation: its status, and its resource in the documented shape.
import type { Endpoint } from '../../../scope-map/endpoint.ts';
import type { ReplyShapes, Shape } from '../../../scope-map/shapes/shapes.ts';
import type { RouteReply } from '../exchange/call.ts';
import { type Filling, fields, fill, flat } from './fill.ts';
import { fieldsOf, type Item } from './shelves.ts';

/** What is asked of an entry of the scope map. */
export type GenericEndpoint = Pick<
  Endpoint,
  'method' | 'path' | 'requires' | 'conditions' | 'reply' | 'simulate'
> & {
  /** Operation id in DigitalOcean's document. */
  readonly id: string;
};

/** How one operation answers. */
export interface Documented {
  readonly status: number;
  /** The shape of the resource (of one item, for a list); undefined where nothing comes back. */
  readonly shape: Shape | undefined;
  /** Field that the resource lies under; null for the body itself. */
  readonly key: string | null;
}

/** Looks up how an operation answers when it succeeds. */
export const documented = (shapes: ReplyShapes, endpoint: GenericEndpoint): Documented => {
  const answers = shapes.operations[endpoint.id] ?? {};
  const [[status, found] = ['204', {}]] = Object.entries(answers);
  const content = typeof found === 'string' ? shapes.contents[found] : found;
  const body = content?.['application/json'];
  const { reply } = endpoint;
  const key = reply.kind === 'list' || reply.kind === 'object' ? reply.key : null;
  if (body === undefined) return { status: Number(status), shape: undefined, key };
  const whole = flat(shapes.schemas, body);
  const under = key === null ? whole : flat(shapes.schemas, fields(whole)[key]);
  const shape = reply.kind === 'list' ? flat(shapes.schemas, under['items']) : under;
  return { status: Number(status), shape, key };
};

/**
 * A reply with one resource in its documented shape.
 *
 * @param always a field that is there even where the document forgets it: without its id nothing made can be found.
 */
export const replyWith = (
  answer: Documented,
  resource: Item,
  filling: Filling,
  always?: string,
): RouteReply => {
  if (answer.shape === undefined) return { status: answer.status };
  const shown = fill(resource, answer.shape, filling);
  const filled = always === undefined ? shown : { [always]: resource[always], ...fieldsOf(shown) };
  return { status: answer.status, body: answer.key === null ? filled : { [answer.key]: filled } };
};
