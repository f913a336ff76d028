// What each agent has done, counted line by line; what is kept grows with tools and agents, not with calls.
import { ownTools } from '../../../tools/own-tools.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Recorded } from '../read/choose.ts';
import { callIn, type RecordedCall } from '../read/recorded-call.ts';
import { addBounds, type Bounded, unbounded } from './narrow-policy.ts';
import { addTo, noUse, type Use } from './use.ts';

/** Calls that were stopped for the same reason. */
export interface Stopped {
  readonly tool: string;
  /** The code of the error that they were answered with. */
  readonly result: string;
  readonly rule: string | null;
  readonly missing: readonly string[];
  /** In the words of the last one. */
  reason: string | null;
  calls: number;
}

/** What one agent has done. */
export interface Doings {
  readonly agent: string;
  calls: number;
  from: string;
  to: string;
  readonly uses: Map<string, Use>;
  /** What they did and to what, by tool. */
  readonly bounds: Map<string, Bounded>;
  /** Calls of tools of our own, which read by other tools: those are on record beside them. */
  readonly own: Map<string, number>;
  readonly stopped: Map<string, Stopped>;
  /** Calls that were stopped for further reasons than are kept. */
  otherStopped: number;
  /** How often it only asked what a tool would do. */
  readonly dryRuns: Map<string, number>;
  /** Calls of tools that this version does not know. */
  readonly unknown: Map<string, number>;
}

/** Everything that was counted. */
export interface Tally {
  readonly agents: readonly Doings[];
  readonly calls: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Lines about calls that make no sense as such. */
  readonly senseless: number;
  /** Agents of whom nothing is told, because there are too many. */
  readonly otherAgents: number;
}

const most = { agents: 500, reasons: 200, names: 100 } as const;

const begun = (agent: string, at: string): Doings => ({
  agent,
  calls: 0,
  from: at,
  to: at,
  uses: new Map(),
  bounds: new Map(),
  own: new Map(),
  stopped: new Map(),
  otherStopped: 0,
  dryRuns: new Map(),
  unknown: new Map(),
});

const count = (counts: Map<string, number>, name: string): void => {
  if (counts.has(name) || counts.size < most.names) counts.set(name, (counts.get(name) ?? 0) + 1);
};

const addStopped = (doings: Doings, tool: string, call: RecordedCall): void => {
  const { result, decision } = call;
  const { rule, missing, reason } = decision ?? { rule: null, missing: [], reason: null };
  const key = JSON.stringify([tool, result, rule, missing]);
  const known = doings.stopped.get(key);
  if (!known && doings.stopped.size >= most.reasons) {
    doings.otherStopped += 1;
    return;
  }
  const stopped = known ?? { tool, result: result ?? 'unknown', rule, missing, reason, calls: 0 };
  doings.stopped.set(key, stopped);
  stopped.calls += 1;
  stopped.reason = reason;
};

const add = (doings: Doings, tool: Tool | undefined, call: RecordedCall): void => {
  doings.calls += 1;
  if (call.at < doings.from) doings.from = call.at;
  if (call.at > doings.to) doings.to = call.at;
  const name = tool?.name ?? call.tool;
  if (call.became === 'stopped') addStopped(doings, name, call);
  else if (!tool) count(ownTools.includes(name) ? doings.own : doings.unknown, name);
  else if (call.became === 'dry_run') count(doings.dryRuns, name);
  else {
    const use = doings.uses.get(name) ?? noUse(tool);
    doings.uses.set(name, use);
    addTo(use, call);
    const bounded = doings.bounds.get(name) ?? unbounded(name);
    doings.bounds.set(name, bounded);
    addBounds(bounded, tool, call);
  }
};

/** DigitalOcean refused it: a read tells so itself, a change in the line of its end. */
const isForbidden = ({ status }: Recorded): boolean => status === 403;

/** Counts the lines of a record. */
export const tallyOf = async (lines: Iterable<Recorded>, box: ToolBox): Promise<Tally> => {
  const agents = new Map<string, Doings>();
  const others = new Set<string>();
  let calls = 0;
  let senseless = 0;
  let from: string | undefined;
  let to: string | undefined;
  const tools = new Map<string, Tool | undefined>();
  for (const line of lines) {
    const name = String(line['tool']);
    // A wait for each line would take longer than all the rest.
    if (!tools.has(name) && tools.size < 2_000) tools.set(name, await box.named(name));
    const tool = tools.get(name);
    const call = callIn(line);
    if (call) {
      calls += 1;
      const { agent, at } = call;
      if (from === undefined || at < from) from = at;
      if (to === undefined || at > to) to = at;
      if (!agents.has(agent) && agents.size >= most.agents) {
        if (others.size < most.agents) others.add(agent);
        continue;
      }
      const doings = agents.get(agent) ?? begun(agent, at);
      agents.set(agent, doings);
      add(doings, tool, call);
    } else if (line['kind'] !== 'outcome') senseless += 1;
    const use = tool && agents.get(String(line['agent']))?.uses.get(tool.name);
    if (use && isForbidden(line)) use.forbidden += 1;
  }
  return {
    agents: [...agents.values()].toSorted((one, other) => other.calls - one.calls),
    calls,
    from: from ?? null,
    to: to ?? null,
    senseless,
    otherAgents: others.size,
  };
};
