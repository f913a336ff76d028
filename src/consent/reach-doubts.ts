// What an owner should know at the start about who can answer questions, where not everybody can who might be meant to.
import type { Settings } from '../configuration/settings.ts';
import { couldKeep } from '../state/could-keep.ts';
import type { State } from '../state/state.ts';

/** What is looked at. */
export interface ReachOptions {
  readonly settings: Pick<
    Settings,
    'confirm' | 'redisUrl' | 'stateDir' | 'stateKey' | 'trustedProxies'
  >;
  readonly state: Pick<State, 'trouble'>;
  /** Over HTTP: whether there is an operator; on stdio, where the client is the only other one: null. */
  readonly hasOperator: boolean | null;
}

const troubleOf = (state: Pick<State, 'trouble'>): string | null => {
  try {
    return state.trouble;
  } catch (error) {
    return error instanceof Error ? error.message : 'The state folder cannot be used.';
  }
};

const noOperator = 'there is no operator yet: do-mcp operator add makes the key of one.';

const aloneOn = (trouble: string, hasOperator: boolean | null): string =>
  hasOperator === null
    ? `${trouble} Until then only the client that this server serves can answer what it asks people, and every question ends with this process.`
    : `${trouble} Until then every replica answers only for its own what it asks people, and every question ends with its process${hasOperator ? '.' : `; besides clients only operators can answer, and ${noOperator}`}`;

const overRedis = (stateKey: string | null, hasOperator: boolean | null): readonly string[] => [
  ...(stateKey === null
    ? [
        'Replicas that share --redis-url need the same DO_MCP_STATE_KEY, unless they share a state folder: without it each answers only for its own what it asks people.',
      ]
    : []),
  ...(hasOperator === null
    ? [
        'With --redis-url, questions to people wait where do-mcp approvals does not look: only the client can answer them.',
      ]
    : []),
  ...(hasOperator === false
    ? [
        `With --redis-url, questions to people wait where besides clients only operators can answer, and ${noOperator}`,
      ]
    : []),
];

/** Sentences; none when all is well, or nobody is asked. */
export const reachDoubts = ({ settings, state, hasOperator }: ReachOptions): readonly string[] => {
  const { confirm, redisUrl, stateDir, stateKey, trustedProxies } = settings;
  if (confirm === 'never') return [];
  if (redisUrl !== null) return overRedis(stateKey, hasOperator);
  // A server that is started to be looked at makes no folder and no key.
  const trouble = couldKeep(stateDir) ? null : troubleOf(state);
  if (trouble !== null) return [aloneOn(trouble, hasOperator)];
  return hasOperator !== null && trustedProxies.length > 0
    ? [
        'Where several replicas serve without --redis-url, each answers only for its own what it asks people, unless they share a state folder.',
      ]
    : [];
};
