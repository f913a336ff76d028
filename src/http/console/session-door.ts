// The door at which people sign in to the console, ask who they are, and sign out.
import * as z from 'zod';
import type { SessionView, SignedIn } from '../../console/session-view.ts';
import type { Log } from '../../log.ts';
import { failedTooOften } from '../authentication/authenticator.ts';
import type { FailedAttempts } from '../authentication/failed-attempts.ts';
import type { Border, DoorAnswer, Gate, Row } from '../doors/door.ts';
import { row } from '../doors/row.ts';
import { json } from '../doors/speech.ts';
import type { Exchange } from '../exchange.ts';
import type { Operators } from '../operators/follow-operators.ts';
import { operatorWith } from '../operators/require-operator.ts';
import { Refusal } from '../refusal.ts';
import { Reply } from '../reply.ts';
import { cookieFor, noCookie, sessionIn } from './cookies.ts';
import { jsonBody } from './json-body.ts';
import type { OneTimeCode } from './one-time-code.ts';
import { pageHeaders } from './page-headers.ts';
import { proofHeader } from './require-viewer.ts';
import type { SessionOwner, Sessions } from './sessions.ts';
import type { Viewer } from './viewer.ts';

/** What the door stands on. */
export interface SessionDoorOptions {
  readonly border: Border;
  readonly gate: Gate<Viewer>;
  readonly sessions: Sessions;
  readonly operators: Operators;
  readonly failures: FailedAttempts;
  /** What opens the console besides the keys of operators; null: nothing does. */
  readonly code: OneTimeCode | null;
  readonly view: (viewer: Viewer) => SessionView;
  readonly log: Log;
}

const shape = z.union([
  z.strictObject({ key: z.string().min(1).max(200) }),
  z.strictObject({ code: z.string().min(1).max(200) }),
]);

const offers = ['application/json'];

const reply = (value: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  new Reply(200, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));

const wrongKey = new Refusal({
  status: 401,
  reason: 'unauthorized',
  message:
    "No operator of this server has this key. The keys of agents and of the server, and tokens of DigitalOcean, do not open the console; an operator's key is made with: do-mcp operator add",
});

const wrongCode = new Refusal({
  status: 401,
  reason: 'unauthorized',
  message:
    'This address has been used before, or is too old: it opens the console once, within ten minutes. Ask for a new one where this one was printed.',
});

const notFromPage = new Refusal({
  status: 403,
  reason: 'host',
  message: `Only the console's own page signs people in: it sends the header ${proofHeader}.`,
});

/** Makes the door. */
export const sessionDoor = (options: SessionDoorOptions): Row => {
  const { border, gate, sessions, operators, failures, code, view, log } = options;

  const ownerOf = (given: z.infer<typeof shape>): SessionOwner | undefined => {
    if ('code' in given) return code?.spend(given.code) ? { name: 'local', key: null } : undefined;
    const operator = operatorWith(operators, given.key);
    return operator && { name: operator.name, key: operator.key };
  };

  const signIn = async (exchange: Exchange): Promise<DoorAnswer> => {
    if (exchange.header(proofHeader) === null) return notFromPage;
    const given = await jsonBody(exchange, shape);
    if (given instanceof Refusal) return given;
    const owner = ownerOf(given);
    if (!owner) {
      const wait = await failures.record(exchange.peer.address);
      if (wait > 0) return failedTooOften(wait);
      return 'code' in given ? wrongCode : wrongKey;
    }
    const { cookie, proof, lasts } = sessions.open(owner);
    log.info({ operator: owner.name }, 'somebody signed in to the console');
    const told: SignedIn = { proof, lasts };
    return reply(told, { 'set-cookie': cookieFor(exchange, cookie, lasts) });
  };

  const signOut = async (exchange: Exchange): Promise<DoorAnswer> => {
    const viewer = await gate(exchange);
    if (viewer instanceof Refusal) return viewer;
    const cookie = sessionIn(exchange);
    if (cookie !== undefined) sessions.end(cookie);
    return reply({}, { 'set-cookie': noCookie(exchange) });
  };

  return row<null>({
    path: '/console/api/session',
    border,
    gate: () => null,
    speech: json,
    headers: pageHeaders,
    methods: {
      GET: {
        offers,
        answer: async (exchange) => {
          const viewer = await gate(exchange);
          return viewer instanceof Refusal ? viewer : reply(view(viewer));
        },
      },
      POST: { offers, answer: signIn },
      DELETE: { offers, answer: signOut },
    },
  });
};
