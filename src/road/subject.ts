// What a person is asked about a call: who wants it, what exactly, and what is at stake.
import { recordable } from '../../tools/request/recordable.ts';
import type { Stakes } from '../consent/covers.ts';
import type { Subject } from '../consent/desk.ts';
import { principalOf } from './caller.ts';
import type { Judged } from './stages.ts';

/** Who asks: the agent as the owner named it, or by its token's ends, and the client as it names itself. */
const agentOf = ({ caller, client }: Judged): string => {
  const { id, account } = caller;
  if (id === 'local') return client?.name ?? 'The agent';
  const agent = id === account.id ? `an agent with the token ${account.hint}` : id;
  return client ? `${client.name} (${agent})` : agent;
};

/** What only says how the answer is to look, and is no part of what is agreed to. */
const notTold = ['fields', 'detail', 'wait_seconds', 'max_items', 'after', 'where'];

const detailsOf = ({ tool, given }: Judged): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(recordable(tool.endpoint, given)).filter(
      ([name]) => !tool.places.path.includes(name) && !notTold.includes(name),
    ),
  );

/**
 * What a person is asked about a call of which this is at stake.
 * @param why in words without a full stop.
 * @param undo whether it can be put back.
 */
export const subjectOf = (
  judged: Judged,
  stakes: Stakes,
  why: string,
  undo: string | null,
): Subject => {
  const { caller, tool, given, decision, request } = judged;
  const target = decision.targets.at(-1);
  return {
    ...stakes,
    principal: principalOf(caller),
    agent: agentOf(judged),
    tool: tool.name,
    title: tool.title,
    effect: decision.effect,
    request,
    details: detailsOf(judged),
    why,
    undo,
    keep: given['keep'] === 'snapshot' ? 'snapshot' : null,
    target: target === undefined ? null : String(target.value),
  };
};
