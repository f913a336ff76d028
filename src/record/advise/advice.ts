// What the record says of each agent's rights: what it used, what it was refused, and how much less would be enough.
import type { Area } from '../../../scope-map/areas.ts';
import type { Effect } from '../../../scope-map/endpoint.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Grant } from '../../guard/grant.ts';
import { Guard } from '../../guard/guard.ts';
import type { Selection } from '../../guard/selection.ts';
import { type FurtherReads, furtherReads } from './further-reads.ts';
import { type NarrowPolicy, narrowPolicy } from './narrow-policy.ts';
import { type NarrowRights, narrowRights } from './narrow-rights.ts';
import type { Doings, Stopped, Tally } from './tally.ts';
import type { Use } from './use.ts';

/** What was used of one tool. */
export interface UsedTool {
  readonly tool: string;
  readonly calls: number;
  readonly effect: Effect;
  /** Calls that DigitalOcean refused with 403. */
  readonly forbidden: number;
  /** Calls whose answer held a credential for the model. */
  readonly showedSecrets: number;
  /** Things that were named, by argument. */
  readonly resources: readonly {
    readonly argument: string;
    readonly values: readonly string[];
    /** Whether there were more than are named here. */
    readonly more: boolean;
  }[];
}

/** What of the power that was given was never used. */
export interface Unused {
  /** Null where nobody said which scopes there are. */
  readonly scopes: readonly string[] | null;
  readonly tools: readonly { readonly area: Area; readonly tools: readonly string[] }[];
}

/** What the record says of one agent. */
export interface AgentAdvice {
  readonly agent: string;
  readonly calls: number;
  readonly from: string;
  readonly to: string;
  readonly used: readonly UsedTool[];
  /** Calls of tools of our own, which read by other tools: those count as used. */
  readonly ownTools: Readonly<Record<string, number>>;
  readonly refused: readonly Stopped[];
  readonly refusedForOtherReasons: number;
  readonly dryRuns: Readonly<Record<string, number>>;
  /** Calls of tools that this version does not know: nothing can be said of what they need. */
  readonly unknownTools: Readonly<Record<string, number>>;
  /** Null where nothing was used: then nothing is needed. */
  readonly needs: (NarrowRights & FurtherReads & { readonly policy: NarrowPolicy }) | null;
  /** Null where it is not known what was given. */
  readonly unused: Unused | null;
}

/** What an agent is known to have. */
export interface Given {
  readonly selection: Selection;
  /** Null: not known. */
  readonly scopes: ReadonlySet<string> | null;
}

const usedOf = ({ tool, calls, effect, forbidden, showed, named }: Use): UsedTool => ({
  tool: tool.name,
  calls,
  effect,
  forbidden,
  showedSecrets: showed,
  resources: [...named].map(([argument, { values, more }]) => ({
    argument,
    values: [...values],
    more,
  })),
});

const isNamed = ({ areasNamed, added, leftOut, readOnly }: Selection): boolean =>
  areasNamed || added.size > 0 || leftOut.size > 0 || readOnly;

/** What a guard would let through that was not used. */
const unusedOf = (given: Given, used: NarrowRights | null, box: ToolBox): Unused | null => {
  const { selection, scopes } = given;
  if (scopes === null && !isNamed(selection)) return null;
  const grant: Grant = {
    kind: 'known',
    scopes: scopes ?? new Set(['api:write']),
    source: 'declared',
    expiresAt: null,
  };
  const guard = new Guard(selection, grant);
  const tools = new Map<Area, string[]>();
  for (const outline of box.outlines) {
    if (used?.tools.includes(outline.name) || guard.refusalOf(outline)) continue;
    tools.set(outline.area, [...(tools.get(outline.area) ?? []), outline.name]);
  }
  const needed: ReadonlySet<string> = new Set(used?.scopes ?? []);
  return {
    scopes: scopes && [...scopes].filter((scope) => !needed.has(scope)),
    tools: [...tools].map(([area, names]) => ({ area, tools: names })),
  };
};

const adviseOne = async (doings: Doings, given: Given, box: ToolBox): Promise<AgentAdvice> => {
  const uses = [...doings.uses.values()].toSorted((one, other) => other.calls - one.calls);
  const rights =
    uses.length === 0 ? null : narrowRights(doings.agent, uses, [...doings.own.keys()]);
  return {
    agent: doings.agent,
    calls: doings.calls,
    from: doings.from,
    to: doings.to,
    used: uses.map(usedOf),
    ownTools: Object.fromEntries(doings.own),
    refused: [...doings.stopped.values()].toSorted((one, other) => other.calls - one.calls),
    refusedForOtherReasons: doings.otherStopped,
    dryRuns: Object.fromEntries(doings.dryRuns),
    unknownTools: Object.fromEntries(doings.unknown),
    needs: rights && {
      ...rights,
      policy: narrowPolicy([...doings.bounds.values()], [...doings.own.keys()]),
      ...(await furtherReads(doings, rights, box)),
    },
    unused: unusedOf(given, rights, box),
  };
};

/** What the record says of every agent, those with the most calls first. */
export const adviceFrom = async (
  { agents }: Tally,
  given: Given,
  box: ToolBox,
): Promise<readonly AgentAdvice[]> => {
  const advice: AgentAdvice[] = [];
  for (const doings of agents) advice.push(await adviseOne(doings, given, box));
  return advice;
};
