// The simulated DigitalOcean on a loopback port, for clients that run in a process of their own.
import { type ServedSimulation, type ServeOptions, serveSimulation } from '../simulation/serve.ts';
import { systemClock } from '../system.ts';

/** How the simulation is made and where it listens; everything may be left out. */
export type StartOptions = Partial<ServeOptions>;

/**
 * Starts a simulation; close it when the tests are over. A spawned `do-mcp` reaches it with `--api-url` and a token
 * such as `sandbox`. Work finishes at once unless `speed` says otherwise.
 *
 * @throws Error when the port is taken or the starting account cannot be made.
 */
export const startSimulation = (options: StartOptions = {}): Promise<ServedSimulation> =>
  serveSimulation({ clock: systemClock, speed: 'instant', ...options });
