// What accounts are made of.
import type { Memory } from '../client/memory/memory.ts';
import type { ClientEvent } from '../client/parts.ts';
import type { Transport } from '../client/wire/transport.ts';
import type { Settings } from '../configuration/settings.ts';
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import type { Processor } from '../processor/processor.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';

/** What accounts are made of. */
export interface AccountsOptions {
  readonly settings: Settings;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** What all accounts may hold together; default: usual bounds. */
  readonly memory?: Memory | undefined;
  /** Shares this process's working time between principals; default: one of its own. */
  readonly processor?: Processor | undefined;
  /** Shares the quota between replicas; absent: kept in memory. */
  readonly redis?: RedisConnection | undefined;
  /** Told about attempts and waits, for metrics. */
  readonly observe?: ((event: ClientEvent) => void) | undefined;
  /** Told when sharing the quota is lost and when it is back. */
  readonly degraded?: ((isDegraded: boolean) => void) | undefined;
}
