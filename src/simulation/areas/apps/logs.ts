// Logs of apps: signed addresses on the simulation's own origin, and the text behind them.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Call, created, ok, type RouteReply } from '../../exchange/call.ts';
import type { ControlRequest } from '../../exchange/control.ts';
import { check } from '../../exchange/problems.ts';
import { badRequest, forbidden, notFound, unprocessable } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import { type App, Apps, type Deployment, isUnderWay } from './app.ts';
import { type Invocation, invocationsOf } from './jobs/invocations.ts';
import { builtComponents } from './spec.ts';

/** Where the texts lie; nothing else of the simulation is readable without a token. */
export const logsPath = '/_simulation/logs';

/** The type of log that a run of a job has. */
const jobLog = 'JOB_INVOCATION';

const types = ['UNSPECIFIED', 'BUILD', 'DEPLOY', 'RUN', 'RUN_RESTARTED', 'AUTOSCALE_EVENT'];

/** An address is worth something only as long as nobody can make one up: it carries a digest keyed by the account. */
const signature = (world: World, path: string): string =>
  createHash('sha256').update(`${world.profile.uuid} ${path}`).digest('hex').slice(0, 40);

/** Answers the addresses of a deployment's logs; `component` absent: all of them together. */
export const logAddresses = (
  call: Call,
  world: World,
  app: App,
  deployment: Deployment,
  component?: string,
): RouteReply => {
  const asked = call.query.get('type') ?? 'UNSPECIFIED';
  if (!types.includes(asked)) throw unprocessable(`type is one of ${types.join(', ')}.`);
  const names = builtComponents(deployment.spec).map(({ component: it }) => it.name);
  if (component !== undefined && !names.includes(component)) throw notFound('component');
  const type = asked === 'UNSPECIFIED' ? 'RUN' : asked;
  const address = (part: string): string => {
    const path = `${logsPath}/${app.id}/${deployment.id}/${component ?? '_all'}/${type}/${part}.log`;
    return `${call.origin}${path}?signature=${signature(world, path)}`;
  };
  const goesOn = isUnderWay(deployment) || (type === 'RUN' && deployment.phase === 'ACTIVE');
  return ok({
    ...(goesOn ? { live_url: address('live') } : {}),
    historic_urls: type === 'RUN' && deployment.phase !== 'ACTIVE' ? [] : [address('archive')],
  });
};

const line = (name: string, at: number, text: string): string => `${name} ${forPeople(at)} ${text}`;

const buildLines = (deployment: Deployment, name: string): readonly string[] => {
  const source = deployment.sources[name];
  const from =
    source !== undefined && 'digest' in source ? source.digest : source?.commit.slice(0, 7);
  const started = deployment.createdAt;
  const ended = deployment.phase === 'ERROR' ? 'build failed: exit status 1' : 'build complete';
  const lines = [
    line(name, started, `fetching source at ${from ?? ''}`),
    line(name, started + 5_000, 'installing dependencies'),
    line(name, started + 30_000, 'building'),
  ];
  return deployment.history.length > 2 ? [...lines, line(name, started + 70_000, ended)] : lines;
};

const runLines = (deployment: Deployment, name: string, now: number): readonly string[] => {
  const since = deployment.history.find(({ phase }) => phase === 'ACTIVE')?.at;
  if (since === undefined) return [];
  return [
    line(name, since, 'listening on 0.0.0.0:8080'),
    line(name, Math.min(now, since + 1_000), 'GET /healthz 200 1ms'),
    line(name, Math.min(now, since + 60_000), 'GET / 200 12ms'),
  ];
};

/** What a run of a job wrote. */
const runOfJobLines = (world: World, app: App, id: string, now: number): readonly string[] => {
  const run = invocationsOf(world, app, now).find((it) => it.id === id);
  if (run === undefined || run.startedAt === null) return [];
  const ended = run.phase === 'CANCELED' ? 'terminated' : 'finished with exit code 0';
  return [
    line(run.job, run.startedAt, 'started'),
    ...(run.endedAt === null ? [] : [line(run.job, run.endedAt, ended)]),
  ];
};

/** Answers the addresses of the log of one run of a job. */
export const jobLogAddresses = (
  call: Call,
  world: World,
  app: App,
  run: Invocation,
): RouteReply => {
  const path = `${logsPath}/${app.id}/${run.deployment}/${run.job}/${jobLog}/${run.id}.log`;
  const address = `${call.origin}${path}?signature=${signature(world, path)}`;
  return ok(
    run.endedAt === null ? { live_url: address, historic_urls: [] } : { historic_urls: [address] },
  );
};

/** Lines that a test planted, shown at the end of every log. */
class Planted extends Set<string> {}

/** As many lines as are kept. */
const mostLines = 1_000;

const newLines = z.object({ lines: z.array(z.string().max(10_000)).min(1).max(100) });

/** Plants lines in the logs of all apps. @throws ApiRefusal 400 for anything but a few lines of text. */
const plant = (world: World, body: string): RouteReply => {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    throw badRequest('Lines are sent as JSON: {"lines": ["…"]}.');
  }
  const checked = check(newLines, given);
  if (!checked.ok) throw badRequest(`${checked.place || 'The body'} ${checked.says}`);
  const planted = world.of(Planted);
  for (const it of checked.data.lines) planted.add(it);
  for (const it of planted) if (planted.size > mostLines) planted.delete(it);
  return created({ lines: [...checked.data.lines] });
};

/** The text behind an address. No token is asked for: the signature is what lets the reader in. */
export const logText = (
  world: World,
  { method, url, body }: ControlRequest,
  now: number,
): RouteReply => {
  if (method === 'POST' && url.pathname === logsPath) return plant(world, body);
  if (method !== 'GET') throw notFound();
  if (url.searchParams.get('signature') !== signature(world, url.pathname)) {
    throw forbidden('The signature of this address is not valid.');
  }
  const [appId = '', deploymentId, component, type, file = ''] = url.pathname
    .slice(logsPath.length + 1)
    .split('/');
  const app = world.of(Apps).get(appId);
  const deployment = app?.deployments.find(({ id }) => id === deploymentId);
  if (app === undefined || deployment === undefined) throw notFound('log');
  const names = builtComponents(deployment.spec)
    .map(({ component: it }) => it.name)
    .filter((name) => component === '_all' || name === component);
  const lines = names.flatMap((name) => {
    if (type === jobLog) return runOfJobLines(world, app, file.replace('.log', ''), now);
    return type === 'BUILD' || type === 'DEPLOY'
      ? buildLines(deployment, name)
      : runLines(deployment, name, now);
  });
  const all = [...lines, ...world.of(Planted)];
  const content = all.map((it) => `${it}\n`).join('');
  return { status: 200, text: { type: 'text/plain; charset=utf-8', content } };
};
