// Serves the real catalogue on the simulation, through the same assembly.
import { readSettings } from '../../src/configuration/settings.ts';
import { serveTools } from '../../src/http/serve-tools.ts';
import type { HttpServer } from '../../src/http/start.ts';
import { createProgram } from '../../src/program.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { realClock } from '../http/real-clock.ts';

/** A server of all tools on the simulation, on a free port of loopback. */
export const serveCatalogue = async (): Promise<HttpServer> => {
  const box = createToolBox();
  const settings = readSettings(
    { sandbox: true, port: '0', logLevel: 'error', areas: 'all' },
    {},
    box.names,
  );
  const program = createProgram(settings, box, { clock: realClock, environment: {} });
  const { server } = await serveTools({
    program,
    settings,
    box,
    environment: {},
    clock: realClock,
    metrics: null,
    defaultPort: 0,
    drainTimes: { notice: 0, finish: 0 },
  });
  return server;
};
