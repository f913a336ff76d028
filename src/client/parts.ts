// What the parts of one client share: made once in api-client.ts, handed to each.
import type { OperationId } from '../../scope-map/facts.ts';
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import type { Processor } from '../processor/processor.ts';
import type { Bearer } from './bearer.ts';
import type { CallContext } from './client.ts';
import type { ClientLimits } from './limits.ts';
import type { Memory } from './memory/memory.ts';
import type { Quota } from './quota/quota.ts';
import type { Veil } from './wire/token-veil.ts';
import type { Transport } from './wire/transport.ts';

/** Something that happened on the road, for gauges and counters. Holds no argument, path or token. */
export type ClientEvent =
  | {
      readonly kind: 'attempt';
      readonly operation: OperationId;
      readonly outcome: number | 'not_sent' | 'unknown' | 'answered';
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'wait';
      readonly operation: OperationId;
      readonly why: string;
      readonly milliseconds: number;
    };

/** The shared parts. */
export interface ClientParts {
  readonly transport: Transport;
  readonly bearer: Bearer;
  readonly veil: Veil;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly quota: Quota;
  /** Sleeps for a call, whose place is free for others meanwhile. */
  readonly sleep: (
    milliseconds: number,
    context: Pick<CallContext, 'signal' | 'sleeping'>,
  ) => Promise<void>;
  readonly limits: ClientLimits;
  readonly memory: Memory;
  readonly processor: Processor;
  readonly log: Pick<Log, 'debug' | 'warn'> | undefined;
  readonly observe: (event: ClientEvent) => void;
  /** The API's own origin and nothing else. */
  readonly origin: string;
  /** The full address of a path; never on another origin. */
  readonly address: (path: string, query: readonly (readonly [string, string])[]) => URL;
}
