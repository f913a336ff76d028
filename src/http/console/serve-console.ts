// Serves the console alone, on this machine, for whoever uses the server over stdio: the same state, no MCP.
import type { ToolBox } from '../../../tools/tool-box.ts';
import type { Settings } from '../../configuration/settings.ts';
import type { Clock } from '../../ports.ts';
import type { Program } from '../../program.ts';
import type { Caller } from '../../road/caller.ts';
import { buildMcpServer } from '../../server/mcp-server.ts';
import type { Authenticator } from '../authentication/authenticator.ts';
import { createFailedAttempts } from '../authentication/failed-attempts.ts';
import type { RandomBytes } from '../authentication/secret.ts';
import { quickDrainTimes } from '../node/node-server.ts';
import { followOperators } from '../operators/follow-operators.ts';
import { operatorPlaceOf } from '../operators/operator-file.ts';
import { Refusal } from '../refusal.ts';
import { type HttpServer, startHttp } from '../start.ts';
import type { LoadPage } from './built-page.ts';
import { consoleDoors } from './console-doors.ts';
import { createOneTimeCode } from './one-time-code.ts';
import { recordSource } from './record-source.ts';

/** What serving needs. */
export interface ServeConsoleOptions {
  readonly program: Program;
  readonly settings: Settings;
  readonly box: ToolBox;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly page: LoadPage;
}

/** A console that is being served. */
export interface ServedConsole {
  readonly server: HttpServer;
  /** Where it is, with the code that opens it once. To be shown on a terminal only. */
  readonly address: URL;
}

const loopback = '127.0.0.1';

/** MCP is not served here, whoever asks. */
const nobody: Authenticator<Caller> = {
  authenticate: () =>
    new Refusal({
      status: 404,
      message: 'Here is the console alone. MCP is served by do-mcp stdio and do-mcp http.',
    }),
};

/**
 * Opens the console; resolves when it listens.
 * @throws {UsageError} when there is no token and no simulation, or the port is taken.
 */
export const serveConsole = async (options: ServeConsoleOptions): Promise<ServedConsole> => {
  const { program, settings, box, clock, random, page } = options;
  const { log } = program;
  const { hold } = await program.policyOfAll();
  const caller = hold(program.localCaller());
  const operators = followOperators(operatorPlaceOf(settings), clock, log);
  const failures = createFailedAttempts({ redis: program.redis });
  const asking = program.asking.over(() => null);
  const code = createOneTimeCode(clock, random);
  const server = await startHttp<Caller>({
    factory: (_context, guest) =>
      buildMcpServer({ ...program.serverParts, listChanged: false }, guest),
    authenticator: nobody,
    hosts: [],
    origins: [],
    loopbackPages: true,
    furtherDoors: (guard) =>
      consoleDoors({
        page,
        guard,
        operators,
        failures,
        book: async () => (await asking.desk()).book,
        record: recordSource(program, settings, clock),
        holders: () => [{ id: 'server', name: 'this server', caller }],
        box,
        road: { ...program.serverParts.road, ...asking },
        settings: { ...settings, auth: 'key' },
        isOpen: false,
        code,
        clock,
        random,
        log,
      }),
    processor: program.processor,
    host: loopback,
    port: settings.port ?? 0,
    trustedProxies: [],
    publicUrl: null,
    metrics: null,
    log,
    clock,
    drainTimes: quickDrainTimes,
  });
  return {
    server,
    address: new URL(`http://${loopback}:${server.port}/console#code=${code.code}`),
  };
};
