// Looks ahead for a call: each look is a read by its caller's own rights, with a bound on number and time.

import type { Reply } from '../../scope-map/endpoint.ts';
import type { OperationId } from '../../scope-map/operation-id.ts';
import { isObject } from '../../tools/json-object.ts';
import { valueAt } from '../../tools/places.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { ApiCall } from '../client/client.ts';
import { ApiFailure } from '../client/failures.ts';
import { firstPage, queryOf } from '../client/lists/pages.ts';
import { type Looked, type Lookout, mostLooks } from '../consequences/look.ts';
import { holds } from '../guard/grant.ts';
import { permitRead } from './follow-ups.ts';
import type { Built } from './stages.ts';

const reasonOf = (error: unknown): string => {
  if (!(error instanceof ApiFailure)) return 'it could not be read';
  return error.code === 'timeout' ? 'it was not answered in time' : 'it could not be read';
};

/** What a reply holds, out of its envelope: the elements of a list, or the one resource. */
const itemsOf = (reply: Reply, body: unknown): readonly unknown[] => {
  const key = reply.kind === 'list' || reply.kind === 'object' ? reply.key : null;
  const inside = key === null ? body : (valueAt(body, key) ?? (reply.kind === 'list' ? [] : body));
  if (reply.kind !== 'list') return [inside];
  if (Array.isArray(inside)) return inside;
  return reply.map && isObject(inside) ? Object.values(inside) : [];
};

/** As much of a list as comes at once. */
const pageOf = (permit: ApiCall, reply: Reply, page: number): ApiCall => {
  if (reply.kind !== 'list' || reply.paging.style === 'none') return permit;
  const query = queryOf(firstPage(reply.paging, permit.request.query, reply.paging.largest));
  return permit.withQuery(
    page === 1 ? query : [...query.filter(([name]) => name !== 'page'), ['page', String(page)]],
  );
};

/** Whether a list has no second page. */
const isWhole = (reply: Reply, body: unknown): boolean => {
  if (reply.kind === 'list' && reply.paging.style === 'numbered') {
    const pages = valueAt(body, reply.paging.pages);
    return !(typeof pages === 'number' && pages > 1);
  }
  return valueAt(body, 'links.pages.next') === undefined;
};

/**
 * Names and descriptions go on from here, cut to a length: a part of a credential is told from nothing any more.
 */
const withoutSecrets = (body: unknown): unknown => createRedactor(undefined).redact(body);

/** A body as it came, for what is never told and goes back whole. */
export const asItCame = (body: unknown): unknown => body;

/**
 * The looks of one call. The same look is made once, whoever asks for it how often.
 * @param expired tells that the time for looking is over (`longestLook`).
 * @param cleaned what is handed on of a body.
 */
export const lookingFor = (
  { road, caller, context }: Pick<Built, 'road' | 'caller' | 'context'>,
  expired: AbortSignal,
  cleaned: (body: unknown) => unknown = withoutSecrets,
): Lookout => {
  const known = new Map<string, Promise<Looked>>();
  let sent = 0;

  const see = async (operation: OperationId, given: Arguments, page: number): Promise<Looked> => {
    const guard = await caller.guard();
    const tool = await road.box.forOperation(operation);
    if (!tool) return { kind: 'barred', reason: 'there is no such read' };
    const standing = guard.standing(tool);
    if (standing.answer === 'refused') return { kind: 'barred', reason: standing.reason };
    const permit = await permitRead(guard, tool, given);
    if (!permit) return { kind: 'barred', reason: 'this caller may not read it' };
    if (expired.aborted) return { kind: 'unread', reason: 'there was no time left' };
    if (sent >= mostLooks)
      return { kind: 'unread', reason: `no more than ${mostLooks} requests are made ahead` };
    sent += 1;
    const { reply } = tool.endpoint;
    const { body: whole } = await caller.account.api.send(pageOf(permit, reply, page), {
      ...context,
      signal: AbortSignal.any([context.signal, expired]),
    });
    const body = cleaned(whole);
    return { kind: 'seen', body, isWhole: isWhole(reply, body) };
  };

  return {
    get sent() {
      return sent;
    },
    itemsOf: async (operation, body) => {
      const tool = await road.box.forOperation(operation);
      return tool ? itemsOf(tool.endpoint.reply, body) : [];
    },
    lacks: async (scopes) => {
      const { grant } = await caller.guard();
      return scopes.filter((scope) => !holds(grant, scope));
    },
    look: (operation, given, page = 1) => {
      const key = `${operation} ${page} ${JSON.stringify(given)}`;
      const looked =
        known.get(key) ??
        see(operation, given, page).catch((error): Looked => {
          if (error instanceof ApiFailure && error.status === 404) return { kind: 'gone' };
          if (expired.aborted) return { kind: 'unread', reason: 'there was no time left' };
          const status = error instanceof ApiFailure ? error.status : undefined;
          return {
            kind: 'unread',
            reason: reasonOf(error),
            ...(typeof status === 'number' && { status }),
          };
        });
      known.set(key, looked);
      return looked;
    },
  };
};
