// How the settings make a simulation, wherever it is mounted.
import type { Settings } from './configuration/settings.ts';
import type { Clock } from './ports.ts';
import type { SimulationOptions } from './simulation/simulation.ts';

/** The options of the simulation that the settings ask for; without a quota of ours it has no limits either. */
export const simulationOptions = (settings: Settings, clock: Clock): SimulationOptions => ({
  clock,
  speed: settings.speed,
  ...(settings.seedData !== undefined && { seedData: settings.seedData }),
  ...(settings.quota === null && { limits: 'off' as const }),
});
