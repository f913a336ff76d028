// Puts together how this program asks people: the desk, and the ways in which they can answer.
import { homedir } from 'node:os';
import type { Environment } from './configuration/command-line.ts';
import type { Settings } from './configuration/settings.ts';
import { defaultStateFolder } from './configuration/state-place.ts';
import type { Desk } from './consent/desk.ts';
import { waysOf } from './consent/ways.ts';
import type { Clock } from './ports.ts';
import type { RedisConnection } from './redis/redis-connection.ts';
import type { CallRoad } from './road/stages.ts';
import type { State } from './state/state.ts';

/** What asking stands on. */
export interface AskingOptions {
  readonly settings: Pick<Settings, 'consentDoors' | 'stateDir'>;
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Clock;
  readonly environment: Environment;
}

/**
 * How a server asks.
 * @param ownDoor the address at which operators can answer now; null where nobody could.
 */
export type Asking = (ownDoor: () => string | null) => Pick<CallRoad, 'desk' | 'whereToAnswer'>;

/** Nothing is read or opened before somebody has to be asked: most starts never ask. */
export const createAsking = (options: AskingOptions): Asking => {
  const { settings, state, redis, clock, environment } = options;
  const { consentDoors: doors, stateDir } = settings;
  const usual = defaultStateFolder(environment, homedir());
  return (ownDoor) => {
    const ways = waysOf({
      doors,
      isKeptHere: () => redis === undefined && state.folder !== null,
      otherFolder: stateDir === usual ? null : stateDir,
      ownDoor,
    });
    let opened: Promise<Desk> | undefined;
    return {
      desk: () => {
        opened ??= import('./consent/open-desk.ts').then(({ openDesk }) =>
          openDesk({ state, redis, clock, doors, others: ways.others, opened: () => {} }),
        );
        return opened;
      },
      whereToAnswer: ({ id }) => ways.where(id),
    };
  };
};
