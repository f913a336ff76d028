// Chooses what carries requests: the network, or the simulation inside this process.
import { createFetchTransport } from './client/wire/fetch-transport.ts';
import { proxyFrom } from './client/wire/proxies.ts';
import type { Transport } from './client/wire/transport.ts';
import { createUndiciTransport } from './client/wire/undici-transport.ts';
import type { Environment } from './configuration/command-line.ts';
import type { Settings } from './configuration/settings.ts';
import type { Clock } from './ports.ts';
import type { Simulation } from './simulation/simulation.ts';
import { simulationOptions } from './simulation-options.ts';

/** The transport that the settings ask for; nothing is loaded or opened before the first request. */
export const createTransport = (
  settings: Settings,
  clock: Clock,
  environment: Environment,
): Transport => {
  if (!settings.sandbox) return createUndiciTransport({ proxy: proxyFrom(environment) });
  let simulation: Promise<Simulation> | undefined;
  const open = async (): Promise<Simulation> => {
    const { createSimulation } = await import('./simulation/simulation.ts');
    return createSimulation(simulationOptions(settings, clock));
  };
  return createFetchTransport(async (request) => {
    simulation ??= open();
    return (await simulation).fetch(request);
  });
};
