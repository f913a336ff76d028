// The simulated DigitalOcean as msw handlers, for tests that run in the same process as the client.
import { createRequire } from 'node:module';
import type { HttpHandler } from 'msw';
import { createSimulation, type SimulationOptions } from '../simulation/simulation.ts';
import { systemClock } from '../system.ts';

/** How the simulation behind the handlers is made; everything may be left out. */
export interface HandlerOptions extends Partial<SimulationOptions> {
  /** Origins that are answered. Default: DigitalOcean's API and its OAuth server. */
  readonly origins?: readonly string[];
}

const digitalOcean = ['https://api.digitalocean.com', 'https://cloud.digitalocean.com'];

/** msw belongs to whoever tests, so it is looked for only when handlers are wanted. */
const loadMsw = (): typeof import('msw') => createRequire(import.meta.url)('msw');

/**
 * Handlers for msw's `setupServer`, all over one new simulation. Work finishes at once unless `speed` says otherwise.
 *
 * Faults are set by a POST to `/_simulation/faults` on any of the origins.
 *
 * @throws Error when msw is not installed, or the starting account cannot be made.
 */
export const simulationHandlers = (options: HandlerOptions = {}): HttpHandler[] => {
  const { http, HttpResponse } = loadMsw();
  const { origins = digitalOcean, ...rest } = options;
  const simulation = createSimulation({ clock: systemClock, speed: 'instant', ...rest });
  const answer = async ({ request }: { readonly request: Request }): Promise<Response> => {
    try {
      return await simulation.fetch(request);
    } catch {
      // A lost answer: msw's word for a broken connection.
      return HttpResponse.error();
    }
  };
  return origins.map((origin) => http.all(`${origin}/*`, answer));
};
