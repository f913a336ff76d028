// The least rights that let the calls through which an agent has made: scopes, options, an entry in the file of agents.
import type { Area } from '../../../scope-map/areas.ts';
import type { Condition } from '../../../scope-map/endpoint.ts';
import { scopes as knownScopes, type Scope } from '../../../scope-map/scopes.ts';
import { leastScopes } from '../../guard/least-scopes.ts';
import type { Use } from './use.ts';

/** A scope that a condition asks for, with the calls that do. */
export interface Reasoned {
  readonly scope: Scope;
  readonly for: readonly string[];
}

/** An entry in the file of agents, but for key and token, which stay as they are. */
export interface AgentRights {
  readonly name: string;
  readonly access: 'read' | 'write';
  /** Absent where a tool is among them that DigitalOcean has given up: those are only served by name. */
  readonly areas?: readonly Area[];
  readonly tools: readonly string[];
}

/** The least rights for some calls. */
export interface NarrowRights {
  readonly tools: readonly string[];
  readonly areas: readonly Area[];
  /** Those to tick, with what the control panel adds to them. */
  readonly scopes: readonly Scope[];
  /** Of these, the ones that only some arguments ask for. */
  readonly forArguments: readonly Reasoned[];
  /** Of these, the ones that may not be needed: the record does not tell the argument that decides. */
  readonly unclear: readonly Reasoned[];
  readonly readOnly: boolean;
  /** How credentials have to reach somebody for these calls; null where none of them is about one alone. */
  readonly secrets: 'files' | 'model' | null;
  /** Options that serve just these tools. */
  readonly options: readonly string[];
  readonly entry: AgentRights;
}

const sayWhen = ({ tool }: Use, { when }: Condition): string => {
  if (when.absent) return `${tool.name} without ${when.argument}`;
  return `${tool.name} with ${when.argument}${when.is ? ` ${when.is.join(' or ')}` : ''}`;
};

/** The scopes that conditions ask for, each with its reasons, without those that are needed anyway. */
const reasoned = (
  uses: readonly Use[],
  conditionsOf: (use: Use) => Iterable<Condition>,
  anyway: ReadonlySet<Scope>,
): readonly Reasoned[] => {
  const reasons = new Map<Scope, string[]>();
  for (const use of uses)
    for (const condition of conditionsOf(use))
      for (const scope of condition.needs ?? [])
        if (!anyway.has(scope))
          reasons.set(scope, [...(reasons.get(scope) ?? []), sayWhen(use, condition)]);
  return [...reasons].map(([scope, why]) => ({ scope, for: why }));
};

const needsOf = (conditions: Iterable<Condition>): { readonly requires: [readonly Scope[]] }[] =>
  [...conditions].flatMap(({ needs }) => (needs ? [{ requires: [needs] as [typeof needs] }] : []));

const secretsOf = (uses: readonly Use[]): NarrowRights['secrets'] => {
  const alone = uses.filter(({ tool }) => tool.endpoint.discloses?.only);
  if (alone.length === 0) return null;
  return alone.some(({ showed }) => showed > 0) ? 'model' : 'files';
};

/** The name of an agent in the file of agents; the record has the beginning of its key behind it. */
export const nameOf = (agent: string): string => agent.replace(/-[0-9a-f]{8}$/, '');

/** Scopes in the order in which they are known, which is that of the alphabet. */
const inOrder = (wanted: readonly Scope[]): readonly Scope[] =>
  (Object.keys(knownScopes) as Scope[]).filter((scope) => wanted.includes(scope));

/**
 * The least rights for these calls.
 * @param agent as the record has it.
 * @param own tools of our own that were called, which need nothing for themselves.
 */
export const narrowRights = (
  agent: string,
  uses: readonly Use[],
  own: readonly string[] = [],
): NarrowRights => {
  const endpoints = uses.map(({ tool }) => tool.endpoint);
  const plain = leastScopes(endpoints);
  const certain = leastScopes([...endpoints, ...uses.flatMap(({ met }) => needsOf(met))]);
  const scopes = leastScopes([
    ...endpoints,
    ...uses.flatMap(({ met, unclear }) => [...needsOf(met), ...needsOf(unclear)]),
  ]);
  const tools = [...uses.map(({ tool }) => tool.name), ...own].toSorted();
  const areas = [...new Set(endpoints.map(({ area }) => area))].toSorted();
  const secrets = secretsOf(uses);
  // A read-only server keeps credentials to itself: whoever holds one can write.
  const readOnly = secrets === null && uses.every(({ effect }) => effect === 'read');
  const isGivenUp = endpoints.some(({ deprecated }) => deprecated !== undefined);
  return {
    tools,
    areas,
    scopes: inOrder(scopes),
    forArguments: reasoned(uses, ({ met }) => met, new Set(plain)),
    unclear: reasoned(uses, ({ unclear }) => unclear, new Set(certain)),
    readOnly,
    secrets,
    options: [
      '--areas none',
      `--tools ${tools.join(',')}`,
      ...(scopes.length > 0 ? [`--scopes ${inOrder(scopes).join(',')}`] : []),
      ...(readOnly ? ['--read-only'] : []),
      ...(secrets === 'model' ? ['--allow-secrets'] : []),
      ...(secrets === 'files' ? ['--secrets-dir <folder>'] : []),
    ],
    entry: {
      name: nameOf(agent),
      access: readOnly ? 'read' : 'write',
      ...(!isGivenUp && { areas }),
      tools,
    },
  };
};
