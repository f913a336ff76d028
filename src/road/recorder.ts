// The recorder of this program: tells whoever counts, and the log at level debug. It keeps nothing, so it never refuses.
import { recordable } from '../../tools/request/recordable.ts';
import type { Log } from '../log.ts';
import type { Recorder } from './stages.ts';

/** Told about every finished call; for metrics. */
export type ObserveCall = (call: {
  readonly tool: string;
  readonly caller: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly milliseconds: number;
}) => void;

/** A recorder that passes on how calls end. */
export const createRecorder = (log: Pick<Log, 'debug'>, observe?: ObserveCall): Recorder => ({
  intent: ({ tool, caller, decision, given }) => {
    if (decision.effect === 'read') return;
    const { effect, cost } = decision;
    const words = recordable(tool.endpoint, given);
    log.debug(
      { tool: tool.name, caller: caller.id, effect, cost, arguments: words },
      'a change is sent',
    );
  },
  outcome: ({ asked, result, milliseconds }) => {
    const call = { tool: asked.tool.name, caller: asked.caller.id, outcome: result, milliseconds };
    observe?.(call);
    log.debug(call, 'call');
  },
});
