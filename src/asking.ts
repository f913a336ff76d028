// Puts together how this program asks people: the desk, the ways in which they can answer, the webhook that tells of it.
import { homedir } from 'node:os';
import { proxyFrom } from './client/wire/proxies.ts';
import { createUndiciTransport } from './client/wire/undici-transport.ts';
import type { Environment } from './configuration/command-line.ts';
import type { Settings } from './configuration/settings.ts';
import { defaultStateFolder } from './configuration/state-place.ts';
import type { Desk } from './consent/desk.ts';
import { waysOf } from './consent/ways.ts';
import type { Webhook } from './consent/webhook/webhook.ts';
import type { Log } from './log.ts';
import type { Clock } from './ports.ts';
import type { RedisConnection } from './redis/redis-connection.ts';
import type { CallRoad } from './road/stages.ts';
import type { State } from './state/state.ts';

/** What asking stands on. */
export interface AskingOptions {
  readonly settings: Pick<Settings, 'consentDoors' | 'stateDir' | 'approvalWebhook'>;
  readonly state: State;
  readonly redis: RedisConnection | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly environment: Environment;
}

/** How a program asks. */
export interface Asking {
  /**
   * What the road of calls needs of it.
   * @param ownDoor the address at which operators can answer now; null where nobody could.
   */
  over(ownDoor: () => string | null): Pick<CallRoad, 'desk' | 'whereToAnswer'>;
  close(): Promise<void>;
}

/** Nothing is read or opened before somebody has to be asked: most starts never ask. */
export const createAsking = (options: AskingOptions): Asking => {
  const { settings, state, redis, clock, log, environment } = options;
  const { consentDoors: doors, stateDir, approvalWebhook } = settings;
  const usual = defaultStateFolder(environment, homedir());
  let webhook: Promise<Webhook | null> | undefined;

  const openWebhook = async (): Promise<Webhook | null> => {
    if (approvalWebhook === null) return null;
    const { createWebhook } = await import('./consent/webhook/webhook.ts');
    const { webhookPurpose } = await import('./consent/webhook/sign.ts');
    return createWebhook({
      url: approvalWebhook,
      key: state.keyFor(webhookPurpose),
      // On the simulation, too, whoever is told is out there.
      transport: createUndiciTransport({ connections: 8, proxy: proxyFrom(environment) }),
      clock,
      log,
    });
  };

  return {
    over: (ownDoor) => {
      const ways = waysOf({
        doors,
        isKeptHere: () => redis === undefined && state.folder !== null,
        otherFolder: stateDir === usual ? null : stateDir,
        ownDoor,
      });
      const openDesk = async (): Promise<Desk> => {
        webhook ??= openWebhook();
        const [desk, told] = await Promise.all([import('./consent/open-desk.ts'), webhook]);
        return desk.openDesk({
          state,
          redis,
          clock,
          doors,
          others: ways.others,
          opened: (entry) => told?.tell(entry, ways.where(entry.question.id)),
        });
      };
      let desk: Promise<Desk> | undefined;
      return {
        desk: () => {
          desk ??= openDesk();
          return desk;
        },
        whereToAnswer: ({ id }) => ways.where(id),
      };
    },
    close: async () => {
      // Where it could not be opened, whoever asked was told.
      const opened = await webhook?.catch(() => null);
      await opened?.close();
    },
  };
};
