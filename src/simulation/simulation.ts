// The simulated DigitalOcean's face: one web-standard fetch handler with state.
import type { Clock } from '../ports.ts';

/** How a simulation is made. */
export interface SimulationOptions {
  readonly clock: Clock;
  /** Same seed, same ids. */
  readonly seed?: number;
  /** How much faster than life work finishes, or `instant`. Default 1. */
  readonly speed?: number | 'instant';
  /** A starting account read from JSON; absent: the built-in small account. */
  readonly seedData?: unknown;
}

/** A simulated DigitalOcean; `fetch` answers requests to any origin, token info included. */
export interface Simulation {
  fetch(request: Request): Promise<Response>;
}
