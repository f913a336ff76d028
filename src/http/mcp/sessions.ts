// Sessions of old-generation clients that can ask their user: the only state between requests, so it is bounded.
import { randomUUID } from 'node:crypto';
import {
  type McpServer,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Clock } from '../../ports.ts';
import type { DoorAnswer } from '../doors/door.ts';
import type { Admission, Principal, Who } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { type Reply, replyOf } from '../reply.ts';
import { type Occupied, type SessionBounds, SessionRoom } from './session-room.ts';

export { type SessionBounds, usualSessionBounds } from './session-room.ts';

interface Session<P> extends Occupied {
  readonly server: McpServer | Server;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  /** Whoever made the latest request: a session keeps no rights, only the name of its owner. */
  latest: P;
}

/** Makes the server that a session talks to. */
export type SessionServer<P extends Principal> = (
  admission: Admission<P>,
  who: Who<P>,
  request: Request,
) => McpServer | Server | Promise<McpServer | Server>;

/** How often sessions are looked through, in milliseconds, while requests come. */
const lookEvery = 1_000;

/** Open sessions. */
export class Sessions<P extends Principal> {
  readonly #make: SessionServer<P>;
  readonly #now: (principal: P) => P | null;
  readonly #bounds: SessionBounds;
  readonly #clock: Clock;
  readonly #room: SessionRoom<Session<P>>;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @param now a principal as it stands now; null when it is not admitted any more. */
  constructor(
    make: SessionServer<P>,
    now: (principal: P) => P | null,
    bounds: SessionBounds,
    clock: Clock,
  ) {
    this.#make = make;
    this.#now = now;
    this.#bounds = bounds;
    this.#clock = clock;
    this.#room = new SessionRoom(bounds, ({ server }) => void server.close().catch(() => {}));
  }

  get size(): number {
    return this.#room.size;
  }

  /**
   * Opens a session with an `initialize` request. Undefined when there is no room, because every session
   * that could make some is in use: the request is then served without one, and nobody can be asked.
   * @param onEnd registers what is to happen when the exchange is over.
   */
  async open(
    request: Request,
    body: unknown,
    admission: Admission<P>,
    onEnd: (listener: () => void) => void,
  ): Promise<Reply | undefined> {
    const { principal } = admission;
    const leave = this.#room.reserve(principal.id);
    if (!leave) return undefined;
    let session: Session<P> | undefined;
    try {
      const who = (): P | null => this.#now(session?.latest ?? principal);
      const server = await this.#make(admission, who, request);
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: (id) => {
          session = {
            owner: principal.id,
            server,
            transport,
            latest: principal,
            usedAt: this.#clock.now(),
            calls: 1,
            streams: 0,
          };
          this.#room.add(id, session);
        },
        onsessionclosed: (id) => this.#room.close(id),
      });
      await server.connect(transport);
      const reply = await transport.handleRequest(request, {
        parsedBody: body,
        authInfo: admission,
      });
      // The SDK refused the handshake: nothing was opened, so nothing may stay.
      if (!session) void server.close().catch(() => {});
      return await replyOf(reply);
    } finally {
      const opened = session;
      leave();
      if (opened) onEnd(() => (opened.calls -= 1));
    }
  }

  /**
   * Serves a request within a session. A session that another principal opened is as unknown as one that
   * never was, so that ids tell nothing.
   * @param onEnd registers what is to happen when the exchange is over.
   */
  async serve(
    id: string,
    request: Request,
    body: unknown,
    admission: Admission<P>,
    onEnd: (listener: () => void) => void,
  ): Promise<DoorAnswer> {
    const session = this.#room.get(id);
    if (!session || session.owner !== admission.principal.id)
      return new Refusal({
        status: 404,
        reason: 'session',
        code: -32_001,
        message:
          'There is no such session here: it ended, or another replica holds it. Start again with initialize.',
      });
    session.latest = admission.principal;
    const use = request.method === 'GET' ? 'streams' : 'calls';
    session[use] += 1;
    this.#room.touch(id, this.#clock.now());
    onEnd(() => {
      session[use] -= 1;
      this.#room.touch(id, this.#clock.now());
    });
    // The client listens anew because it has lost its stream, whether the loss was noticed here or not.
    if (use === 'streams') session.transport.closeStandaloneSSEStream();
    const reply = await session.transport.handleRequest(request, {
      authInfo: admission,
      ...(body !== undefined && { parsedBody: body }),
    });
    return replyOf(reply);
  }

  closeAll(): void {
    this.#room.closeWhere(() => true);
  }

  /** Closes sessions that have been idle for too long, and those whose owner is not admitted any more; at most once a second. */
  lookThrough(): void {
    const now = this.#clock.now();
    if (now - this.#lookedAt < lookEvery) return;
    this.#lookedAt = now;
    const oldest = now - this.#bounds.idle;
    this.#room.closeWhere(
      ({ usedAt, calls, streams, latest }) =>
        (calls + streams === 0 && usedAt <= oldest) || this.#now(latest) === null,
    );
  }
}
