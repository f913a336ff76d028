// Sessions of old-generation clients that can ask their user: the only state between requests, so it is bounded.
import { randomUUID } from 'node:crypto';
import {
  type McpServer,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Clock } from '../ports.ts';
import type { Admission, Principal } from './principal.ts';
import { refuse } from './refusal.ts';
import { type Reply, replyOf } from './reply.ts';

/** How many sessions there may be, and for how long. */
export interface SessionBounds {
  readonly each: number;
  readonly all: number;
  /** A session without a request for so long is closed, in milliseconds. */
  readonly idle: number;
}

/** An idle session keeps about 100 KB; a person may think for half an hour before answering. */
export const usualSessionBounds: SessionBounds = { each: 32, all: 512, idle: 1_800_000 };

interface Session {
  readonly owner: string;
  readonly server: McpServer;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  usedAt: number;
  /** Exchanges that go on, the client's open stream among them. */
  busy: number;
}

/** Makes the server that a session talks to. */
export type SessionServer<P extends Principal> = (
  admission: Admission<P>,
  request: Request,
) => McpServer | Promise<McpServer>;

/** Open sessions. */
export class Sessions<P extends Principal> {
  readonly #make: SessionServer<P>;
  readonly #bounds: SessionBounds;
  readonly #clock: Clock;
  /** By id, least recently used first. */
  readonly #open = new Map<string, Session>();
  /** Sessions of each principal, those that are being opened included. */
  readonly #counts = new Map<string, number>();
  #opening = 0;

  constructor(make: SessionServer<P>, bounds: SessionBounds, clock: Clock) {
    this.#make = make;
    this.#bounds = bounds;
    this.#clock = clock;
  }

  get size(): number {
    return this.#open.size;
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
    const owner = admission.principal.id;
    this.closeIdle();
    if (!this.#makeRoom(owner)) return undefined;
    this.#opening += 1;
    this.#count(owner, 1);
    let session: Session | undefined;
    try {
      const server = await this.#make(admission, request);
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: () => randomUUID(),
        onsessioninitialized: (id) => {
          session = { owner, server, transport, usedAt: this.#clock.now(), busy: 1 };
          this.#open.set(id, session);
        },
        onsessionclosed: (id) => this.#close(id),
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
      this.#opening -= 1;
      if (opened) onEnd(() => (opened.busy -= 1));
      else this.#count(owner, -1);
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
  ): Promise<Reply> {
    this.closeIdle();
    const session = this.#open.get(id);
    if (!session || session.owner !== admission.principal.id)
      return refuse({
        status: 404,
        code: -32_001,
        message:
          'There is no such session here: it ended, or another replica holds it. Start again with initialize.',
      });
    session.busy += 1;
    this.#touch(id, session);
    onEnd(() => {
      session.busy -= 1;
      this.#touch(id, session);
    });
    const reply = await session.transport.handleRequest(request, {
      authInfo: admission,
      ...(body !== undefined && { parsedBody: body }),
    });
    return replyOf(reply);
  }

  /** Closes sessions that have been idle for too long. */
  closeIdle(): void {
    const oldest = this.#clock.now() - this.#bounds.idle;
    for (const [id, session] of this.#open) {
      if (session.usedAt > oldest) break;
      if (session.busy === 0) this.#close(id);
    }
  }

  closeAll(): void {
    for (const id of [...this.#open.keys()]) this.#close(id);
  }

  #touch(id: string, session: Session): void {
    if (!this.#open.delete(id)) return;
    session.usedAt = this.#clock.now();
    this.#open.set(id, session);
  }

  /** Whether one more session fits, after closing an unused one if need be: the principal's own, else of whoever has most. */
  #makeRoom(owner: string): boolean {
    if ((this.#counts.get(owner) ?? 0) >= this.#bounds.each) return this.#closeUnusedOf(owner);
    if (this.#open.size + this.#opening < this.#bounds.all) return true;
    const [greediest] = [...this.#counts].toSorted(([, a], [, b]) => b - a);
    return greediest !== undefined && this.#closeUnusedOf(greediest[0]);
  }

  #closeUnusedOf(owner: string): boolean {
    for (const [id, session] of this.#open)
      if (session.owner === owner && session.busy === 0) {
        this.#close(id);
        return true;
      }
    return false;
  }

  #close(id: string): void {
    const session = this.#open.get(id);
    if (!session) return;
    this.#open.delete(id);
    this.#count(session.owner, -1);
    void session.server.close().catch(() => {});
  }

  #count(owner: string, more: 1 | -1): void {
    const count = (this.#counts.get(owner) ?? 0) + more;
    if (count > 0) this.#counts.set(owner, count);
    else this.#counts.delete(owner);
  }
}
