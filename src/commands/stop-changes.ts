// `do-mcp stop-changes` and `do-mcp allow-changes`: the one switch that stops every change at once.
import { userInfo } from 'node:os';
import type { Brake } from '../brake/brake.ts';
import { brakeOf } from '../brake/brake-of.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { connectRedis } from '../redis/redis-connection.ts';
import { systemClock } from '../system.ts';
import type { Command, CommandInput } from './command.ts';

const withBrake = async (
  { settings }: CommandInput,
  work: (brake: Brake) => Promise<void>,
): Promise<void> => {
  const { redisUrl, stateDir } = settings;
  const redis = redisUrl === null ? undefined : connectRedis({ url: redisUrl, clock: systemClock });
  try {
    await work(brakeOf(stateDir, redis));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new UsageError(
      `The switch was not turned as a whole: ${reason}. Try again when that is mended.`,
    );
  } finally {
    await redis?.close();
  }
};

/** `stop-changes`: from now on nothing is changed, by whatever agent. */
export const runStopChanges: Command = async (input) => {
  const { settings, terminal } = input;
  await withBrake(input, (brake) =>
    brake.pull({ by: userInfo().username, at: systemClock.now(), reason: null }),
  );
  const whom =
    settings.redisUrl === null
      ? `every server with the state folder ${settings.stateDir}`
      : `every server with the state folder ${settings.stateDir} or this Redis`;
  terminal.say(
    `Changes are stopped: ${whom} refuses what is not a read, from the next call on. What was sent already goes on at DigitalOcean. do-mcp allow-changes lets them go on.`,
  );
  return 0;
};

/** `allow-changes`: changes are as allowed as they were before. */
export const runAllowChanges: Command = async (input) => {
  await withBrake(input, async (brake) => {
    const wasPulled = await brake.release();
    input.terminal.say(
      wasPulled ? 'Changes may be made again.' : 'Changes were not stopped; nothing was done.',
    );
  });
  return 0;
};
