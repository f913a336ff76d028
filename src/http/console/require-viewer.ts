// The gate of the console: a session and its page, or this machine where nothing is real. No agent's key opens it.
import type { Gate } from '../doors/door.ts';
import type { Operators } from '../operators/follow-operators.ts';
import { Refusal } from '../refusal.ts';
import { sessionIn } from './cookies.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import type { Viewer } from './viewer.ts';

/** The header with which the page proves that it is ours; no form and no other site's page can send it. */
export const proofHeader = 'x-do-mcp-console';

/** What the gate stands on. */
export interface ViewerGateOptions {
  readonly sessions: Sessions;
  readonly operators: Operators;
  /** Whether whoever sits at this machine may look without a key: nothing here is real. */
  readonly isOpen: boolean;
}

const notOurs = new Refusal({
  status: 403,
  reason: 'host',
  message: `Only the console's own page may ask for this: it sends the header ${proofHeader}.`,
});

const signedOut = new Refusal({
  status: 401,
  reason: 'unauthorized',
  message: 'You are not signed in, or your session is over. Sign in again.',
});

/** Lets people in who have signed in, as their rights stand now. */
export const requireViewer = (options: ViewerGateOptions): Gate<Viewer> => {
  const { sessions, operators, isOpen } = options;

  const viewerOf = ({ name, key }: SessionOwner): Viewer | Refusal => {
    if (key === null) return { name, role: 'operate', by: 'session' };
    // A key that was taken away or changed ends its sessions.
    const operator = operators().find((one) => one.name === name && one.key === key);
    return operator ? { name, role: operator.role, by: 'session' } : signedOut;
  };

  return (exchange) => {
    const proof = exchange.header(proofHeader);
    if (proof === null) return notOurs;
    if (isOpen && exchange.peer.loopback && exchange.peer.near)
      return { name: 'local', role: 'operate', by: 'open' };
    const cookie = sessionIn(exchange);
    const owner = cookie === undefined ? undefined : sessions.find(cookie, proof);
    return owner ? viewerOf(owner) : signedOut;
  };
};
