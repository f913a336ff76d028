// Takes what looks like a credential out of what is recorded, call after call, and keeps what it takes to do so.

import type { Endpoint } from '../../scope-map/endpoint.ts';
import { createRecordable } from '../../tools/request/recordable.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Asked, CallingClient } from '../road/stages.ts';
import { bounded } from './bounded.ts';

/** The longest name of a client, of its version or of a tool that does not exist. */
export const longestName = 100;

/** Whoever calls. */
type Calling = Pick<Asked, 'caller' | 'client'>;

/** Cleans what is recorded. */
export interface Cleaner {
  /** A copy of words that come from names and replies, without credentials. */
  readonly clean: (value: unknown) => unknown;
  /** The arguments without what their endpoint takes confidentially, and without credentials. */
  readonly given: (endpoint: Endpoint, given: Arguments) => Arguments;
  /** JSON of agent, client and account, without its braces. */
  readonly who: (call: Calling) => string;
  /** JSON of the agent, without its braces. */
  readonly agent: (call: Calling) => string;
}

/** A cleaner. */
export const createCleaner = (): Cleaner => {
  const redactor = createRedactor(undefined);
  const clean = (value: unknown): unknown => redactor.redact(value);
  const clientOf = ({ name, version }: CallingClient): unknown =>
    clean({ name: bounded(name, longestName), version: bounded(version, longestName) });
  const agent = ({ caller }: Calling): string => `"agent":${JSON.stringify(caller.id)}`;
  // The same agent makes one call after the other.
  let last: { readonly of: readonly (string | undefined)[]; readonly json: string } | undefined;
  const who = (call: Calling): string => {
    const { caller, client } = call;
    const { id, hint } = caller.account;
    const of = [caller.id, client?.name, client?.version, id, hint];
    if (last && of.every((one, at) => one === last?.of[at])) return last.json;
    const parts = [
      agent(call),
      ...(client ? [`"client":${JSON.stringify(clientOf(client))}`] : []),
    ];
    const json = [...parts, `"account":${JSON.stringify({ id, token: hint })}`].join(',');
    last = { of, json: caller.account.veil(json) };
    return last.json;
  };
  return { clean, given: createRecordable(), who, agent };
};
