// Serves the fixture pack through the very assembly that serves the real tools.
import { openToLoopback } from '../../src/http/authentication/none.ts';
import { type HttpServer, startHttp } from '../../src/http/start.ts';
import { realClock } from '../http/real-clock.ts';
import { createFixturePack } from './fixtures/fixture-pack.ts';
import type { Announcements } from './fixtures/plain-tools.ts';

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: console.error,
  flush: async () => {},
};

/** A server of fixtures on a free port of loopback. */
export const serveFixtures = async (): Promise<HttpServer> => {
  let server: HttpServer | undefined;
  const announcements: Announcements = {
    toolsChanged: () => server?.notify.toolsChanged(),
    promptsChanged: () => server?.notify.promptsChanged(),
  };
  server = await startHttp({
    factory: createFixturePack(announcements),
    authenticator: openToLoopback({ id: 'anyone' }),
    hosts: [],
    origins: [],
    loopbackPages: true,
    host: '127.0.0.1',
    port: 0,
    trustedProxies: [],
    publicUrl: null,
    metrics: null,
    log: silent,
    clock: realClock,
    drainTimes: { notice: 0, finish: 0 },
  });
  return server;
};
