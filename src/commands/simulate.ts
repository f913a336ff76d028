// `do-mcp simulate`: the simulated DigitalOcean as an HTTP server of its own, for any client.
import { addressTrouble } from '../address-trouble.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { serveSimulation } from '../simulation/serve.ts';
import { simulationOptions } from '../simulation-options.ts';
import { stopOnSignals } from '../stop-signals.ts';
import { systemClock } from '../system.ts';
import { shown } from '../terminal/veil.ts';
import type { Command } from './command.ts';

const defaultPort = 8787;

/** Serves the simulation until it is told to stop. */
export const runSimulate: Command = async ({ settings, terminal }) => {
  const { host } = settings;
  const port = settings.port ?? defaultPort;
  const served = await serveSimulation({
    ...simulationOptions(settings, systemClock),
    host,
    port,
  }).catch((error: unknown) => {
    throw new UsageError(
      addressTrouble(shown(host), port, error) ??
        `The starting account cannot be made: ${error instanceof Error ? error.message : 'unknown reason'}`,
    );
  });
  stopOnSignals(
    process,
    () => served.close(),
    () => {
      if (terminal.hasReader) terminal.say('Stopping.');
    },
  );
  terminal.say(
    [
      `A simulated DigitalOcean is at ${served.url}: nothing here is real or billed.`,
      'Bearer tokens: sandbox holds every scope; sandbox:droplet:read,domain:read holds just those.',
      `Try: curl -H 'Authorization: Bearer sandbox' ${served.url}/v2/droplets`,
    ].join('\n'),
  );
  return undefined;
};
