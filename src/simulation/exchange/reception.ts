// The road every request takes: faults, token, limits, route, scopes, body, work, reply.
import type { Clock } from '../../ports.ts';
import { amended } from '../faults/amend.ts';
import type { Fault } from '../faults/faults.ts';
import type { Holder, Identity } from '../token/holder.ts';
import type { Limits } from '../token/limits.ts';
import { tokenInfo, tokenInfoPath } from '../token/token-info.ts';
import type { Ids } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { type Call, ok, type RouteReply } from './call.ts';
import type { Control } from './control.ts';
import { ApiRefusal, badRequest, notFound, notSimulated } from './refusal.ts';
import type { Match, Router } from './router.ts';
import { isElsewhere } from './unsimulated.ts';

/** A request, taken off whatever carried it. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | null;
  readonly contentType: string | null;
  /** The header `X-Dangerous`. */
  readonly dangerous: string | null;
  /** The whole body as text; empty when there is none. */
  readonly body: string;
}

/** A reply, before anything carries it. */
export interface PlainReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when the reply has none. */
  readonly body: string | null;
}

/** The work was done, but its answer is to be lost on the way: whoever carries replies breaks the connection. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
}

/** What the reception works with. */
export interface Staff {
  readonly clock: Clock;
  readonly world: World;
  readonly router: Router;
  /** Operations without an area of their own, made when one is asked for first. */
  readonly generic: (method: string, pathname: string) => Promise<Match | undefined>;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly control: Control;
  /** Ids of requests; a series of their own, so that reading changes no other id. */
  readonly requestIds: Ids;
  readonly startedAt: number;
}

/** Statuses whose replies cannot have a body. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

const parse = (request: PlainRequest): unknown => {
  if (request.method === 'GET' || request.body.trim() === '') return undefined;
  if (request.contentType?.includes('yaml')) throw notSimulated('A body in YAML');
  try {
    return JSON.parse(request.body) ?? undefined;
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
};

/** The same address without a closing slash: DigitalOcean answers both alike, and several clients send one. */
const withoutClosingSlash = (url: URL): URL => {
  if (!url.pathname.endsWith('/') || url.pathname === '/') return url;
  const bare = new URL(url);
  bare.pathname = url.pathname.slice(0, -1);
  return bare;
};

const refusalAnswer = (refusal: ApiRefusal, requestId: string): RouteReply => ({
  status: refusal.status,
  body: refusal.body ?? { id: refusal.id, message: refusal.message, request_id: requestId },
});

/** The id of a resource, by whatever name it goes. */
const idOf = (resource: unknown): readonly string[] => {
  if (typeof resource !== 'object' || resource === null) return [];
  const fields = new Map<string, unknown>(Object.entries(resource));
  for (const name of ['id', 'access_key', 'ip', 'name']) {
    const value = fields.get(name);
    if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  }
  return [];
};

/** What a create put into the world: the ids of what its reply holds first. */
const madeIds = (body: unknown): readonly string[] => {
  if (typeof body !== 'object' || body === null) return [];
  const [first] = Object.values(body);
  return (Array.isArray(first) ? first : [first]).flatMap(idOf);
};

/** Makes the function that answers requests. It throws `LostAnswer` where a fault says so, and nothing else. */
export const createReception = (staff: Staff) => {
  const { world, limits } = staff;

  const work = async (request: PlainRequest, holder: Holder, now: number): Promise<RouteReply> => {
    const { method, url } = request;
    const isKeyList = method === 'GET' && url.pathname === '/v2/account/keys';
    limits.take(holder, now, isKeyList);
    if (world.faults.isHidden(url.pathname, now)) throw notFound();
    const match =
      staff.router.match(method, url.pathname) ?? (await staff.generic(method, url.pathname));
    if (match === undefined) {
      throw isElsewhere(url.pathname) ? notSimulated(`${method} ${url.pathname}`) : notFound();
    }
    holder.demand(match.route.requires);
    const call: Call = {
      method,
      origin: url.origin,
      pathname: url.pathname,
      query: url.searchParams,
      path: match.path,
      body: parse(request),
      holder,
      isDangerous: request.dangerous === 'true',
      now,
    };
    return match.route.handle(call, world);
  };

  const answerFor = async (
    request: PlainRequest,
    holder: Holder,
    now: number,
    struck: readonly Fault[],
  ): Promise<{
    readonly answer: RouteReply;
    readonly headers: Readonly<Record<string, string>>;
  }> => {
    const canned = struck.find(({ respond }) => respond !== undefined)?.respond;
    if (canned !== undefined) {
      limits.take(holder, now, false);
      const { status, body, headers } = canned;
      return { answer: body === undefined ? { status } : { status, body }, headers: headers ?? {} };
    }
    if (request.url.pathname === tokenInfoPath && request.method === 'GET') {
      // Answered by another of DigitalOcean's hosts, so it counts against no limit.
      const info = tokenInfo(holder, world.profile.ownerId, staff.startedAt);
      return { answer: ok(info), headers: {} };
    }
    const answer = await work(request, holder, now);
    for (const { missing_for_seconds: seconds } of struck) {
      if (seconds === undefined) continue;
      for (const id of madeIds(answer.body)) {
        world.faults.hide(`${request.url.pathname}/${id}`, now + seconds * 1000);
      }
    }
    const amendments = struck.flatMap(({ amend }) => amend ?? []);
    if (amendments.length === 0) return { answer, headers: {} };
    return {
      answer: { ...answer, body: amendments.reduce<unknown>(amended, answer.body) },
      headers: {},
    };
  };

  const replyOf = (
    answer: RouteReply,
    requestId: string,
    headers: Readonly<Record<string, string>>,
  ): PlainReply => {
    const common = { 'x-request-id': requestId, ...headers };
    if (answer.text !== undefined) {
      const { type, content } = answer.text;
      return { status: answer.status, headers: { ...common, 'content-type': type }, body: content };
    }
    const isEmpty = answer.body === undefined || withoutBody.has(answer.status);
    if (isEmpty) return { status: answer.status, headers: common, body: null };
    const type = { 'content-type': 'application/json; charset=utf-8' };
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    return { status: answer.status, headers: { ...type, ...common }, body };
  };

  return async (given: PlainRequest): Promise<PlainReply> => {
    const request = { ...given, url: withoutClosingSlash(given.url) };
    const requestId = staff.requestIds.uuid();
    let now = world.pace.settle();
    let holder: Holder | undefined;
    let headers: Readonly<Record<string, string>> = {};
    let answer: RouteReply;
    let isLost = false;
    try {
      const { pathname } = request.url;
      const controlled = staff.control(request, world, now);
      if (controlled !== undefined) return replyOf(controlled, requestId, {});

      const struck = world.faults.strike(request.method, pathname);
      isLost = struck.some((fault) => fault.lose_answer === true);
      const latency = struck.reduce((sum, fault) => sum + (fault.latency_ms ?? 0), 0);
      if (latency > 0) {
        await staff.clock.sleep(latency);
        now = world.pace.settle();
      }
      holder = staff.identity.identify(request.authorization);
      ({ answer, headers } = await answerFor(request, holder, now, struck));
    } catch (error) {
      if (error instanceof ApiRefusal) {
        answer = refusalAnswer(error, requestId);
        headers = error.headers;
      } else {
        const message = error instanceof Error ? error.message : String(error);
        const refusal = new ApiRefusal(500, 'server_error', `The simulation failed: ${message}`);
        answer = refusalAnswer(refusal, requestId);
      }
    }
    if (isLost) throw new LostAnswer('The answer was lost, as a fault demanded.');
    return replyOf(answer, requestId, { ...limits.headers(holder, now), ...headers });
  };
};
