// The real tools on the simulation, behind the real assembly, in this process.
import { onTestFinished } from 'vitest';
import type { Transport } from '../../src/client/wire/transport.ts';
import type { Environment } from '../../src/configuration/environment.ts';
import type { OptionValues } from '../../src/configuration/options/options.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { createMetrics } from '../../src/http/operating/metrics.ts';
import { observeWith } from '../../src/http/operating/observe.ts';
import { type ServedTools, serveTools } from '../../src/http/serve-tools.ts';
import { createLog } from '../../src/log.ts';
import type { Clock } from '../../src/ports.ts';
import { createProgram } from '../../src/program.ts';
import { createTransport } from '../../src/transport.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { builtConsole } from '../console/built-console.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { realClock } from './real-clock.ts';

export const box = createToolBox();

export interface SimulatedServer extends ServedTools {
  readonly port: number;
  /** Every request that reached the simulated DigitalOcean, such as `GET /v2/droplets`; token info left out. */
  readonly reached: string[];
  /** Everything that was logged, at the level that logs most. */
  readonly lines: string[];
}

/** Serves as `do-mcp http --sandbox` does, with these options; stops when the test has finished. */
export const serveSimulated = async (
  values: OptionValues = {},
  environment: Environment = {},
  clock: Clock = realClock,
): Promise<SimulatedServer> => {
  const lines: string[] = [];
  const settings = readSettings(
    { sandbox: true, port: '0', stateDir: newStateFolder(), ...values },
    environment,
    box.names,
  );
  const metrics = await createMetrics();
  const observer = observeWith(metrics);
  const reached: string[] = [];
  const simulated = createTransport(settings, clock, environment);
  const transport: Transport = {
    ...simulated,
    exchange: (request) => {
      const { method, url, body } = request;
      if (url.pathname.startsWith('/v2/'))
        reached.push(
          `${method} ${url.pathname}${url.search}${body === undefined ? '' : ` ${body}`}`,
        );
      return simulated.exchange(request);
    },
  };
  const program = createProgram(settings, box, {
    transport,
    clock,
    environment,
    events: observer.events,
    log: createLog('trace', (line) => void lines.push(line)),
  });
  observer.watch(program.accounts, settings.redisUrl !== null);
  const served = await serveTools({
    program,
    settings,
    box,
    environment,
    clock,
    metrics,
    defaultPort: 0,
    drainTimes: { notice: 0, finish: 0 },
    page: builtConsole,
  });
  onTestFinished(async () => {
    await served.server.drain();
    await program.close();
  });
  return { ...served, port: served.server.port, reached, lines };
};
