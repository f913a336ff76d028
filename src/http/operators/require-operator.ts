// The gate of the doors at which people answer: an operator's key, and nothing that an agent could hold.
import { bearerOf, failedTooOften, unauthorized } from '../authentication/authenticator.ts';
import type { FailedAttempts } from '../authentication/failed-attempts.ts';
import { digestOf, sameDigest } from '../authentication/secret.ts';
import type { Gate } from '../doors/door.ts';
import type { Operators } from './follow-operators.ts';
import type { Operator } from './operator-file.ts';

const nobody =
  "Nobody may answer over HTTP yet. The owner of this server makes an operator's key with: do-mcp operator add";
const noKey =
  'This is for operators: send the key of one as "Authorization: Bearer <key>". The owner of this server makes one with: do-mcp operator add';
const wrongKey =
  "No operator of this server has this key. The keys of agents and of the server, and tokens of DigitalOcean, do not open it; an operator's key is made with: do-mcp operator add";

/** Whose key this is. It looks at every operator, so that the time tells nothing about which one it was. */
export const operatorWith = (operators: Operators, key: string): Operator | undefined => {
  const digest = digestOf(key);
  let found: Operator | undefined;
  for (const one of operators()) {
    const theirs = Buffer.from(one.key.slice('sha256:'.length), 'hex');
    if (sameDigest(theirs, digest)) found = one;
  }
  return found;
};

/** Lets operators in. */
export const requireOperator = (operators: Operators, failures: FailedAttempts): Gate<Operator> => {
  return async (exchange) => {
    const key = bearerOf(exchange);
    const operator = key === undefined ? undefined : operatorWith(operators, key);
    if (operator) return operator;
    const wait = await failures.record(exchange.peer.address);
    if (wait > 0) return failedTooOften(wait);
    if (operators().length === 0) return unauthorized(nobody, key !== undefined);
    return key === undefined ? unauthorized(noKey, false) : unauthorized(wrongKey, true);
  };
};
