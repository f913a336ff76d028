// Bounds the connections: for each address, and for all without letting a few addresses shut the others out.
import type { Socket } from 'node:net';
import type { Clock } from '../../ports.ts';
import type { Peers } from '../border/peer.ts';

/** Connections that may be open. */
export interface ConnectionCounts {
  readonly all: number;
  /** From one address, or one share of IPv6, that is not a trusted proxy. */
  readonly each: number;
}

/** A connection without a request for so long makes room for a new one of its address, in milliseconds. */
const idleEnough = 1_000;

interface Use {
  readonly busy: boolean;
  readonly since: number;
}

interface Open {
  /** The one whose use changed longest ago first. */
  readonly sockets: Map<Socket, Use>;
  readonly isTrusted: boolean;
}

/** The open connections of a server. */
export interface Connections {
  /** Takes a new connection in; closes it, or another one, when there are too many. */
  opened(socket: Socket): void;
  /** A request has come in on a connection. */
  began(socket: Socket): void;
  /** Its reply has gone out. */
  ended(socket: Socket): void;
  readonly count: number;
}

/** Counts connections by the addresses that `peers` tells apart. */
export const createConnections = (
  peers: Peers,
  counts: ConnectionCounts,
  clock: Clock,
): Connections => {
  const open = new Map<string, Open>();
  const shares = new WeakMap<Socket, string>();
  let all = 0;

  const forget = (socket: Socket, share: string): void => {
    const entry = open.get(share);
    if (!entry?.sockets.delete(socket)) return;
    all -= 1;
    if (entry.sockets.size === 0) open.delete(share);
  };

  const mark = (socket: Socket, busy: boolean): void => {
    const sockets = open.get(shares.get(socket) ?? '')?.sockets;
    // Put at the end, so that the first idle one is the one that waits longest.
    if (sockets?.delete(socket)) sockets.set(socket, { busy, since: clock.now() });
  };

  const idleFor = ({ sockets }: Open, milliseconds: number): Socket | undefined => {
    for (const [socket, { busy, since }] of sockets)
      if (!busy) return clock.now() - since >= milliseconds ? socket : undefined;
    return undefined;
  };

  /** Closes an idle connection of whoever has most of them; of trusted proxies only when nobody else has any. */
  const makeRoom = (newcomer: Socket): void => {
    const byGreed = [...open.values()].toSorted(
      (a, b) => Number(a.isTrusted) - Number(b.isTrusted) || b.sockets.size - a.sockets.size,
    );
    for (const entry of byGreed) {
      const idle = idleFor(entry, 0);
      if (idle && idle !== newcomer) {
        idle.destroy();
        return;
      }
    }
    newcomer.destroy();
  };

  return {
    opened: (socket) => {
      const share = peers.shareOf(socket.remoteAddress);
      const isTrusted = peers.isTrustedProxy(socket.remoteAddress);
      const entry = open.get(share) ?? { sockets: new Map(), isTrusted };
      open.set(share, entry);
      entry.sockets.set(socket, { busy: false, since: clock.now() });
      shares.set(socket, share);
      all += 1;
      socket.once('close', () => forget(socket, share));
      if (!isTrusted && entry.sockets.size > counts.each)
        (idleFor(entry, idleEnough) ?? socket).destroy();
      else if (all > counts.all) makeRoom(socket);
    },
    began: (socket) => mark(socket, true),
    ended: (socket) => mark(socket, false),
    get count() {
      return all;
    },
  };
};
