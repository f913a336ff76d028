// The recorder of this program: tells whoever counts, the log at level debug, and whoever keeps what calls do.
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

/** Opens the record with the first call, once. */
const lazily = (open: () => Promise<Recorder>): Recorder => {
  let opening: Promise<Recorder> | undefined;
  let recorder: Recorder | undefined;
  const ready = (): Promise<Recorder> => {
    opening ??= open().then((opened) => {
      recorder = opened;
      return opened;
    });
    return opening;
  };
  return {
    intent: (call) => (recorder ? recorder.intent(call) : ready().then((one) => one.intent(call))),
    outcome: (ending) =>
      recorder ? recorder.outcome(ending) : ready().then((one) => one.outcome(ending)),
    stray: (call) => (recorder ? recorder.stray(call) : ready().then((one) => one.stray(call))),
    own: (call) => (recorder ? recorder.own(call) : ready().then((one) => one.own(call))),
  };
};

/**
 * A recorder that passes on what calls do and how they end.
 * @param keep opens the record; absent: nothing is kept.
 */
export const createRecorder = (
  log: Pick<Log, 'debug'>,
  observe?: ObserveCall,
  keep?: () => Promise<Recorder>,
): Recorder => {
  const kept = keep && lazily(keep);
  return {
    intent: (call) => {
      const { tool, caller, decision, given } = call;
      if (decision.effect !== 'read') {
        const { effect, cost } = decision;
        const words = recordable(tool.endpoint, given);
        log.debug(
          { tool: tool.name, caller: caller.id, effect, cost, arguments: words },
          'a change is sent',
        );
      }
      return kept?.intent(call);
    },
    outcome: (ending) => {
      const { asked, result, milliseconds } = ending;
      const call = {
        tool: asked.tool.name,
        caller: asked.caller.id,
        outcome: result,
        milliseconds,
      };
      observe?.(call);
      log.debug(call, 'call');
      return kept?.outcome(ending);
    },
    stray: (call) => kept?.stray(call),
    own: (call) => {
      const { name: tool, caller, result: outcome, milliseconds } = call;
      const ended = { tool, caller: caller.id, outcome, milliseconds };
      observe?.(ended);
      log.debug(ended, 'call');
      return kept?.own(call);
    },
  };
};
