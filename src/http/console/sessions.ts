// Sessions at the console: bounded in number and time, known by two secrets of which only hashes are kept.
import type { Clock } from '../../ports.ts';
import { digestOf, makeKey, type RandomBytes, sameDigest } from '../authentication/secret.ts';

/** For whom a session was opened. */
export interface SessionOwner {
  readonly name: string;
  /** The key that opened it, as the file of operators has it; null: a one-time code of this machine did. */
  readonly key: string | null;
}

/** What the browser gets for a session. Either secret alone opens nothing. */
export interface Opened {
  /** For the cookie, which no script can read. */
  readonly cookie: string;
  /** For the page, which sends it with every request: no other page can, whatever cookies the browser adds. */
  readonly proof: string;
  /** Seconds until it ends. */
  readonly lasts: number;
}

/** The open sessions of this process. */
export interface Sessions {
  open(owner: SessionOwner): Opened;
  /** Who these secrets belong to; undefined when they belong to nobody, or not to each other. */
  find(cookie: string, proof: string): SessionOwner | undefined;
  end(cookie: string): void;
}

/** A session ends so long after it was opened, in milliseconds. */
export const longestSession = 12 * 60 * 60 * 1_000;

/** A session that nobody used for so long ends, in milliseconds. */
export const longestIdle = 2 * 60 * 60 * 1_000;

/** Sessions of one person, and of all; the one opened first gives way. */
const mostEach = 8;
const mostAll = 256;

interface Session {
  readonly owner: SessionOwner;
  readonly proof: Uint8Array;
  readonly ends: number;
  used: number;
}

/** No session is open at the start. */
export const createSessions = (clock: Pick<Clock, 'now'>, random: RandomBytes): Sessions => {
  const sessions = new Map<string, Session>();
  const nameOf = (cookie: string): string => digestOf(cookie).toString('hex');
  const isOver = ({ ends, used }: Session, now: number): boolean =>
    now >= ends || now >= used + longestIdle;

  const makeRoom = ({ name }: SessionOwner): void => {
    const now = clock.now();
    for (const [id, session] of sessions) if (isOver(session, now)) sessions.delete(id);
    const own = [...sessions].filter(([, { owner }]) => owner.name === name).map(([id]) => id);
    for (const id of own.slice(0, Math.max(0, own.length - mostEach + 1))) sessions.delete(id);
    const [oldest] = sessions.keys();
    if (sessions.size >= mostAll && oldest !== undefined) sessions.delete(oldest);
  };

  return {
    open: (owner) => {
      makeRoom(owner);
      const [cookie, proof] = [makeKey(random), makeKey(random)];
      const now = clock.now();
      sessions.set(nameOf(cookie), {
        owner,
        proof: digestOf(proof),
        ends: now + longestSession,
        used: now,
      });
      return { cookie, proof, lasts: longestSession / 1_000 };
    },
    find: (cookie, proof) => {
      const session = sessions.get(nameOf(cookie));
      if (!session || !sameDigest(session.proof, digestOf(proof))) return undefined;
      const now = clock.now();
      if (isOver(session, now)) {
        sessions.delete(nameOf(cookie));
        return undefined;
      }
      session.used = now;
      return session.owner;
    },
    end: (cookie) => {
      sessions.delete(nameOf(cookie));
    },
  };
};
