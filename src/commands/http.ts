// `do-mcp http`: serves Streamable HTTP and says on the terminal what it serves and how to reach it.

import { UsageError } from '../configuration/usage-error.ts';
import { describeGrant } from '../guard/grant.ts';
import { warmUpSdk } from '../http/mcp/warm-up.ts';
import { createMetrics } from '../http/operating/metrics.ts';
import { observeWith } from '../http/operating/observe.ts';
import { type ServedTools, serveTools } from '../http/serve-tools.ts';
import { listedOf } from '../menu/listing.ts';
import { createProgram, type Program } from '../program.ts';
import { ownerOf } from '../road/owner.ts';
import { stopOnSignals } from '../stop-signals.ts';
import { systemClock } from '../system.ts';
import { cleanLine } from '../terminal/clean.ts';
import { shown, terminalVeil } from '../terminal/veil.ts';
import { version } from '../version.ts';
import type { Command, CommandInput } from './command.ts';
import { loadConsole } from './load-console.ts';

const defaultPort = 8080;

/** Serves until it is told to stop. */
export const runHttp: Command = async (input) => {
  const { settings, box, terminal } = input;
  const metrics = await createMetrics();
  const observer = observeWith(metrics);
  const program = createProgram(settings, box, { events: observer.events });
  observer.watch(program.accounts, settings.redisUrl !== null);
  await refuseUselessToken(input, program);
  const served = await serveTools({
    program,
    settings,
    box,
    environment: process.env,
    clock: systemClock,
    metrics,
    defaultPort,
    page: loadConsole,
  });
  stopOnSignals(
    process,
    async () => {
      await served.server.drain();
      await program.close();
    },
    () => {
      // A pipe has the log's own line about it.
      if (terminal.hasReader)
        terminal.say('Stopping, once the running calls are done. Ctrl+C again stops at once.');
    },
  );
  for (const warning of served.warnings) terminal.complain(warning);
  // The key, when it was made just now, is in it.
  terminal.reveal(await greeting(input, program, served));
  // It listens already: whoever comes first would wait for the same.
  await Promise.all([warmUpSdk(), program.prepare()]);
  return undefined;
};

/**
 * A token that DigitalOcean refuses serves nobody.
 * @throws {UsageError} when it is so.
 */
const refuseUselessToken = async ({ settings }: CommandInput, program: Program): Promise<void> => {
  if (settings.auth === 'token' || settings.auth === 'agents') return;
  const { grant } = await program.localCaller().guard();
  if (grant.kind !== 'invalid') return;
  await program.close();
  throw new UsageError(`Nothing can be served: ${grant.reason}`);
};

/** Who is served what: asked once at start, where one token serves everyone. */
const describeAccount = async (
  { settings, box }: CommandInput,
  program: Program,
): Promise<string> => {
  if (settings.auth === 'token') return 'the account of the token that each request brings';
  if (settings.auth === 'agents')
    return `the agents in ${shown(settings.policyFile ?? 'the policy file')}`;
  const caller = await program.ownCaller();
  const guard = await caller.guard();
  const served = box.outlines.filter((outline) => !guard.refusalOf(outline));
  const listed = listedOf(box.outlines, guard, settings.mode).length;
  const owner = settings.sandbox
    ? null
    : await ownerOf(box, guard, caller.account, AbortSignal.timeout(3_000));
  const whose = settings.sandbox
    ? 'the simulated DigitalOcean: nothing here is real or billed'
    : `the DigitalOcean account ${owner === null ? '' : `of ${terminalVeil([])(cleanLine(owner))} `}(token ${caller.account.hint})`;
  const beyond = served.length > listed ? `; ${listed} are listed, finders reach the rest` : '';
  return `${whose}\n  ${served.length} of ${box.outlines.length} tools: ${describeGrant(guard.grant)}${settings.selection.readOnly ? ', reading only' : ''}${beyond}`;
};

const greeting = async (
  input: CommandInput,
  program: Program,
  served: ServedTools,
): Promise<string> => {
  const { settings } = input;
  const configuration = {
    mcpServers: {
      digitalocean: {
        type: 'http',
        url: served.url.href,
        ...(settings.auth !== 'none' && {
          headers: { Authorization: `Bearer ${bearerFor(input, served)}` },
        }),
      },
    },
  };
  return [
    `digitalocean-scoped-mcp ${version} serves ${await describeAccount(input, program)}`,
    `  at ${served.url.href}`,
    `  for people ${new URL('/console', served.url).href}${served.isConsoleOpen ? '' : " (with an operator's key: do-mcp operator add)"}`,
    '',
    'For your MCP client:',
    JSON.stringify(configuration, null, 2),
    ...keyNote(input, served),
  ].join('\n');
};

/** The key is shown once, when it is made, and only to a person: never into a file or a log. */
const bearerFor = ({ settings, terminal }: CommandInput, { key }: ServedTools): string => {
  if (settings.auth === 'token') return '<your DigitalOcean token>';
  if (settings.auth === 'agents') return "<the agent's key>";
  return key?.made && terminal.hasReader ? key.key : '<the key>';
};

const keyNote = ({ terminal }: CommandInput, { key }: ServedTools): readonly string[] => {
  if (!key) return [];
  if (key.made && terminal.hasReader)
    return [
      '',
      `This key is shown once. It is kept in ${key.path}, so that your configuration works after a restart.`,
    ];
  return ['', `The key is in ${key.path}.`];
};
