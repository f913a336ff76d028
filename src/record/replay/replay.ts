// Which recorded calls other rules decide otherwise, counted line by line.
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Recorded } from '../read/choose.ts';
import { callIn, type RecordedCall } from '../read/recorded-call.ts';
import type { Decide } from './decide.ts';

/** Calls that would be decided otherwise, for one reason. */
export interface Otherwise {
  readonly agent: string;
  readonly tool: string;
  readonly then: 'allowed' | 'refused';
  readonly now: 'allowed' | 'refused' | 'not_known';
  /** The rule that refuses now, or refused then. */
  readonly rule: string | null;
  readonly reason: string | null;
  calls: number;
  /** Ids of the first of them. */
  readonly ids: string[];
}

/** What came of deciding again. */
export interface Replayed {
  readonly calls: number;
  readonly same: number;
  /** Calls that were stopped before anybody decided: bad arguments, no such tool. */
  readonly undecided: number;
  /** Calls of tools that this version does not know. */
  readonly unknown: number;
  /** Most calls first. */
  readonly otherwise: readonly Otherwise[];
  /** Calls that are decided otherwise for further reasons than are kept. */
  readonly further: number;
}

const mostKept = 1_000;
const mostIds = 3;

const otherwiseOf = (
  tool: Tool,
  call: RecordedCall,
  decide: Decide,
): Omit<Otherwise, 'calls' | 'ids'> | 'same' | 'undecided' => {
  const { agent, decision } = call;
  const now = decide(tool, call);
  if (!now || !decision) return 'undecided';
  if (now.answer === decision.verdict) return 'same';
  const then = decision.verdict;
  const { rule, reason } = now.answer === 'allowed' ? decision : now;
  return { agent, tool: tool.name, then, now: now.answer, rule, reason };
};

/** Decides the calls of a record again. */
export const replay = async (
  lines: Iterable<Recorded>,
  box: ToolBox,
  decide: Decide,
): Promise<Replayed> => {
  const tools = new Map<string, Tool | undefined>();
  const found = new Map<string, Otherwise>();
  const counts = { calls: 0, same: 0, undecided: 0, unknown: 0, further: 0 };
  const keep = (other: Omit<Otherwise, 'calls' | 'ids'>, id: string): void => {
    const key = JSON.stringify(other);
    const known = found.get(key);
    if (!known && found.size >= mostKept) {
      counts.further += 1;
      return;
    }
    const kept = known ?? { ...other, calls: 0, ids: [] };
    found.set(key, kept);
    kept.calls += 1;
    if (kept.ids.length < mostIds) kept.ids.push(id);
  };
  for (const line of lines) {
    const call = callIn(line);
    if (!call) continue;
    counts.calls += 1;
    // A wait for each line would take longer than all the rest.
    if (!tools.has(call.tool) && tools.size < 2_000)
      tools.set(call.tool, await box.named(call.tool));
    const tool = tools.get(call.tool);
    if (!tool) {
      counts[call.decision === null ? 'undecided' : 'unknown'] += 1;
      continue;
    }
    const other = otherwiseOf(tool, call, decide);
    if (typeof other === 'string') counts[other] += 1;
    else keep(other, call.id);
  }
  return {
    ...counts,
    otherwise: [...found.values()].toSorted((one, other) => other.calls - one.calls),
  };
};
