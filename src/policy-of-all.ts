// The policy of whoever calls, where --policy names no agents: over stdio, and over HTTP with one token, a key or none.
import type { Restriction } from './guard/selection.ts';
import type { Log } from './log.ts';
import type { ToolNames } from './policy/tool-names.ts';
import type { Clock } from './ports.ts';
import type { RedisConnection } from './redis/redis-connection.ts';
import type { Caller } from './road/caller.ts';
import { heldCaller } from './road/held-caller.ts';

/** Holds callers to a policy. */
export interface PolicyOfAll {
  /** The caller with what the policy leaves it, as the file stands whenever it is asked. */
  hold(caller: Caller): Caller;
  /** What is wrong with the file, in words that anyone may read; null when nothing is. */
  concern(): string | null;
}

const nobodys: PolicyOfAll = { hold: (caller) => caller, concern: () => null };

/** What it is made of. */
interface Parts {
  /** Null: nobody is held. */
  readonly path: string | null;
  readonly toolNames: ToolNames;
  readonly clock: Clock;
  readonly log: Log;
  readonly redis: RedisConnection | undefined;
  /** Told when somebody's rights are noticed to be others than before. */
  readonly changed?: (() => void) | undefined;
}

/** @throws {UsageError} when the file cannot be used, or names agents. */
export const policyOfAll = async ({ path, changed, ...parts }: Parts): Promise<PolicyOfAll> => {
  if (path === null) return nobodys;
  const [{ followOwnPolicy }, { createPaces }] = await Promise.all([
    import('./policy/file/own-policy.ts'),
    import('./policy/pace.ts'),
  ]);
  const own = await followOwnPolicy(
    { path, toolNames: parts.toolNames },
    parts,
    createPaces(parts),
  );
  return {
    concern: own.concern,
    hold: (caller) => {
      let last: Restriction | undefined;
      const now = (): Restriction => {
        const held = own.restrictionOf(caller.id);
        const isOther = last !== undefined && last !== held;
        last = held;
        if (isOther) changed?.();
        return held;
      };
      return heldCaller(caller, now);
    },
  };
};
