// Serves the program's tools over HTTP: the gate that the settings ask for, the app behind it, and the numbers about both.
import { randomBytes } from 'node:crypto';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Environment } from '../configuration/command-line.ts';
import type { Settings } from '../configuration/settings.ts';
import { isLoopback } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { onlyAbout } from '../consent/only-about.ts';
import type { QuestionBook } from '../consent/question-book.ts';
import { reachDoubts } from '../consent/reach-doubts.ts';
import type { Clock } from '../ports.ts';
import type { Program } from '../program.ts';
import { recordTrouble } from '../record/trouble.ts';
import { type Caller, principalOf } from '../road/caller.ts';
import { narrowedCaller } from '../road/narrowed-caller.ts';
import { buildMcpServer, type ServerParts } from '../server/mcp-server.ts';
import { approvalsDoors } from './approvals/approvals-doors.ts';
import { ownPages } from './approvals/own-pages.ts';
import { createFailedAttempts } from './authentication/failed-attempts.ts';
import type { ServerKey } from './authentication/key-file.ts';
import { checkHosting } from './border/hosting.ts';
import { callerNow } from './caller-now.ts';
import type { LoadPage } from './console/built-page.ts';
import { consoleDoors } from './console/console-doors.ts';
import { recordSource } from './console/record-source.ts';
import { answerPlainCall } from './mcp/plain-answer.ts';
import { createNarrowings } from './narrowing.ts';
import { type DrainTimes, quickDrainTimes, usualDrainTimes } from './node/node-server.ts';
import { openGate } from './open-gate.ts';
import type { Metrics } from './operating/metrics.ts';
import { followOperators } from './operators/follow-operators.ts';
import { operatorPlaceOf } from './operators/operator-file.ts';
import { requireOperator } from './operators/require-operator.ts';
import { type HttpServer, startHttp } from './start.ts';

/** What serving needs. */
export interface ServeToolsOptions {
  readonly program: Program;
  readonly settings: Settings;
  readonly box: ToolBox;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly metrics: Metrics | null;
  /** When the settings name no port. */
  readonly defaultPort: number;
  readonly drainTimes?: DrainTimes;
  /** The console's page; absent: no console is served. */
  readonly page?: LoadPage;
}

/** Tools that are being served. */
export interface ServedTools {
  readonly server: HttpServer;
  /** Where clients find it. */
  readonly url: URL;
  /** The key that opens it, with `--auth key`. To be shown on a terminal only. */
  readonly key: ServerKey | null;
  /** Whether the console asks nobody for a key. */
  readonly isConsoleOpen: boolean;
  /** What the owner should know, in sentences. */
  readonly warnings: readonly string[];
}

/** Whether no load balancer can be in front, which would have to notice that the server stops. */
const isHidden = ({ host, publicUrl, trustedProxies }: Settings): boolean =>
  isLoopback(host) && publicUrl === null && trustedProxies.length === 0;

const urlOf = (settings: Settings, port: number): URL =>
  settings.publicUrl
    ? new URL('/mcp', settings.publicUrl)
    : new URL(
        `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}/mcp`,
      );

/** Whether nothing is real here and nobody else can come: then whoever sits at this machine may look at everything. */
const isOpen = (settings: Settings): boolean => settings.sandbox && isHidden(settings);

/** Where operators reach it as far as its settings tell: people go to https, or to their own machine. */
const doorOf = ({ publicUrl, host, allowedHosts }: Settings, port: number): string => {
  if (publicUrl) return publicUrl.origin;
  const [name] = allowedHosts;
  if (isLoopback(host)) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return name === undefined ? `http://127.0.0.1:${port}` : `https://${name}`;
};

/**
 * What the owner should know about a record that cannot be kept and is not required.
 * @throws {UsageError} when it is: many are served here, and nobody would see what they did.
 */
const withoutRecord = ({ program, settings }: ServeToolsOptions): readonly string[] => {
  const trouble = program.isRecorded ? recordTrouble(settings, program.state) : null;
  if (trouble === null) return [];
  if (settings.auditRequired === 'off') return [trouble];
  throw new UsageError(
    `${trouble} Name a folder that can be written with --state-dir, or a file with --audit; --audit off serves without a record, --audit-required off where it cannot be kept.`,
  );
};

/**
 * Opens the server; resolves when it listens.
 * @throws {UsageError} when the settings would let in who must not come in, or cannot be carried out.
 */
export const serveTools = async (options: ServeToolsOptions): Promise<ServedTools> => {
  const { program, settings, metrics, clock } = options;
  const { log } = program;
  const unrecorded = withoutRecord(options);
  const hosting = checkHosting(settings);
  await program.checkPlaces();
  const failures = createFailedAttempts({ redis: program.redis });
  const { authenticator, key, holders, ...gate } = await openGate(options, failures);
  const concerns = [...(gate.concerns ?? []), program.recordConcern];
  const operators = followOperators(operatorPlaceOf(settings), clock, log);
  const doubts = reachDoubts({
    settings,
    state: program.state,
    hasOperator: operators().length > 0,
  });
  let address: string | null = null;
  const asking = program.asking.over(() => (operators().length > 0 ? address : null));
  metrics?.watch('concerns', () => concerns.filter((concern) => concern() !== null).length);
  const book = async (): Promise<QuestionBook> => (await asking.desk()).book;
  // A simulation shares its folder with servers of real accounts, whose questions are not for whoever comes by.
  const own = async (): Promise<QuestionBook> =>
    onlyAbout(await book(), () => holders().map(({ caller }) => principalOf(caller)));
  // Nothing is announced over HTTP: a notice would reach every principal, whoever it is about.
  const parts: ServerParts = {
    ...program.serverParts,
    road: { ...program.serverParts.road, ...asking },
    listChanged: false,
  };
  const server = await startHttp<Caller>({
    factory: (_context, caller, now) => buildMcpServer(parts, callerNow(caller, now)),
    answerPlainly: (admission, call, signal, now) => {
      const { principal, sleeping } = admission;
      const caller = narrowedCaller(callerNow(principal, now), admission);
      return answerPlainCall(parts, caller, call, { signal, ...(sleeping && { sleeping }) });
    },
    narrowing: createNarrowings(options.box),
    authenticator,
    furtherDoors: (guard) => [
      ...approvalsDoors({
        book,
        border: ownPages(guard),
        gate: requireOperator(operators, failures),
        clock,
        log,
      }),
      ...(options.page
        ? consoleDoors({
            page: options.page,
            guard,
            operators,
            failures,
            holders,
            book: isOpen(settings) ? own : book,
            record: recordSource(program, settings, clock),
            box: options.box,
            road: parts.road,
            settings,
            isOpen: isOpen(settings),
            code: null,
            clock,
            random: randomBytes,
            log,
          })
        : []),
    ],
    processor: program.processor,
    concerns,
    ...hosting,
    host: settings.host,
    port: settings.port ?? options.defaultPort,
    trustedProxies: settings.trustedProxies,
    publicUrl: settings.publicUrl,
    metrics,
    log,
    clock,
    drainTimes: options.drainTimes ?? (isHidden(settings) ? quickDrainTimes : usualDrainTimes),
  });
  address = doorOf(settings, server.port);
  return {
    server,
    url: urlOf(settings, server.port),
    key,
    isConsoleOpen: isOpen(settings),
    warnings: [
      ...unrecorded,
      ...doubts,
      ...hosting.warnings,
      ...(key?.warning ? [key.warning] : []),
    ],
  };
};
