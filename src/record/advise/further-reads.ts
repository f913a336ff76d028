// The reads that this server makes of itself around an agent's calls: which of them waiting needs, and which are comfort.
import { loadBills } from '../../../scope-map/bills.ts';
import { loadHarms } from '../../../scope-map/harms.ts';
import { isOperationId } from '../../../scope-map/operation-id.ts';
import { loadRefusals } from '../../../scope-map/refusals.ts';
import type { Scope } from '../../../scope-map/scopes.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { leastScopes } from '../../guard/least-scopes.ts';
import type { Doings } from './tally.ts';
import type { Use } from './use.ts';

/** What a read of ours is for. */
export type Purpose = 'waiting' | 'owner' | 'harm' | 'price' | 'dry_run';

/** A read of ours that the narrower rights do not let through. */
export interface FurtherRead {
  readonly tool: string;
  readonly for: readonly Purpose[];
  /** Scopes that it needs besides. */
  readonly scopes: readonly Scope[];
}

/** The reads of ours that the narrower rights leave out. */
export interface FurtherReads {
  /** Without these, a call that waits for the end of its work answers at once. */
  readonly waiting: readonly FurtherRead[];
  /** Without these, calls go on as before and tell less. */
  readonly comfort: readonly FurtherRead[];
}

/** Every operation that is named somewhere in what is told of another. */
const operationsIn = (told: unknown): readonly string[] => {
  if (Array.isArray(told)) return told.flatMap(operationsIn);
  if (!isObject(told)) return [];
  const { operation } = told;
  return [
    ...(typeof operation === 'string' ? [operation] : []),
    ...Object.values(told).flatMap(operationsIn),
  ];
};

const ofWaiting = ({ tool, waited }: Use): readonly string[] => {
  const { watch } = tool.endpoint;
  if (!watch || waited === 0) return [];
  return [watch.poll.operation, ...(watch.afterwards ? [watch.afterwards.operation] : [])];
};

const ofComfort = async ({ tool, effect }: Use): Promise<readonly [Purpose, string][]> => {
  const { id, area, cost, conditions = [] } = tool.endpoint;
  const found: [Purpose, string][] = effect === 'read' ? [] : [['owner', 'account_get']];
  const add = (purpose: Purpose, told: unknown): void => {
    for (const operation of operationsIn(told)) found.push([purpose, operation]);
  };
  if (effect === 'destroy') add('harm', (await loadHarms(area))[id]);
  const bills = [cost, ...conditions.map((condition) => condition.cost)];
  if (bills.some((one) => one === 'starts' || one === 'raises'))
    add('price', (await loadBills(area))[id]);
  return found;
};

const ofDryRun = async ({ endpoint: { id, area } }: Tool): Promise<readonly string[]> =>
  [loadRefusals, loadHarms, loadBills]
    .map(async (load) => operationsIn((await load(area))[id]))
    .reduce(async (all, some) => [...(await all), ...(await some)], Promise.resolve<string[]>([]));

/**
 * The reads that this server would make around such calls and may not make with the narrower rights.
 * @param rights the narrower rights.
 */
export const furtherReads = async (
  { uses, dryRuns }: Doings,
  rights: { readonly tools: readonly string[]; readonly scopes: readonly Scope[] },
  box: ToolBox,
): Promise<FurtherReads> => {
  const purposes = new Map<string, Set<Purpose>>();
  const add = (purpose: Purpose, operation: string): void => {
    if (!isOperationId(operation)) return;
    purposes.set(operation, (purposes.get(operation) ?? new Set()).add(purpose));
  };
  for (const use of uses.values()) {
    for (const operation of ofWaiting(use)) add('waiting', operation);
    for (const [purpose, operation] of await ofComfort(use)) add(purpose, operation);
  }
  for (const name of dryRuns.keys()) {
    const tool = await box.named(name);
    for (const operation of tool ? await ofDryRun(tool) : []) add('dry_run', operation);
  }
  const reads: FurtherRead[] = [];
  for (const [operation, found] of purposes) {
    const tool = await box.forOperation(operation);
    if (!tool || rights.tools.includes(tool.name)) continue;
    const all = leastScopes([
      ...rights.scopes.map((one) => ({ requires: [[one]] as const })),
      tool.endpoint,
    ]);
    const scopes = all.filter((scope) => !rights.scopes.includes(scope));
    reads.push({ tool: tool.name, for: [...found], scopes });
  }
  const sorted = reads.toSorted((one, other) => one.tool.localeCompare(other.tool));
  return {
    waiting: sorted.filter((read) => read.for.includes('waiting')),
    comfort: sorted.filter((read) => !read.for.includes('waiting')),
  };
};
