// Leads a person to a token: what to tick, where; reads it without showing it, asks DigitalOcean about it, keeps it.
import type { Requirement } from '../../../scope-map/endpoint.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { TokenSource } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Grant } from '../../guard/grant.ts';
import { describeGrant, missingScopes } from '../../guard/grant.ts';
import { leastScopes } from '../../guard/least-scopes.ts';
import { presets } from '../../menu/presets.ts';
import { tokenPage } from '../../scopes/token-page.ts';
import type { CommandInput } from '../command.ts';
import { linesOf } from '../paragraph.ts';
import type { Machine } from './machine.ts';
import { tokenFileIn } from './machine.ts';
import { readsOnly } from './server-arguments.ts';
import { grantFor, tokenIn } from './token-check.ts';
import { keepToken } from './token-file.ts';

/** Wrong tokens that are taken before the person is let go. */
const mostTries = 3;

/** Whether a call needs rights to read alone: some reads give credentials away, and need more. */
const isPlainRead = (requires: Requirement): boolean =>
  requires.some((all) => all.every((scope) => scope.endsWith(':read')));

/** The tools that the token is for: those that were named, else the core; of them those that only read, where the server does. */
const toolsMeant = async ({ settings, box, given }: CommandInput): Promise<readonly Tool[]> => {
  const { areas, areasNamed, added, leftOut } = settings.selection;
  const core: ReadonlySet<string> = new Set(presets.core);
  const isNamed = areasNamed || added.size > 0;
  const reads = readsOnly(given);
  return (await box.all()).filter(({ name, endpoint }) => {
    if (leftOut.has(name) || endpoint.deprecated !== undefined) return false;
    if (reads && (endpoint.effect !== 'read' || !isPlainRead(endpoint.requires))) return false;
    if (!isNamed) return core.has(endpoint.area);
    return added.has(name) || (areasNamed && areas.has(endpoint.area));
  });
};

const sayWhatToTick = async (input: CommandInput, tools: readonly Tool[]): Promise<void> => {
  const { terminal, settings } = input;
  const isNamed = settings.selection.areasNamed || settings.selection.added.size > 0;
  terminal.say(`A token is made at ${tokenPage}`);
  terminal.say(
    `Choose Custom Scopes and tick these, which ${isNamed ? 'the tools that you named' : 'the common tools'} need${readsOnly(input.given) ? ' for reading' : ''}:`,
  );
  for (const line of linesOf(leastScopes(tools.map(({ endpoint }) => endpoint)).join(' '), 76))
    terminal.say(`  ${line}`);
};

/** What DigitalOcean says of the token, in sentences; false where it refuses it. */
const sayGrant = (
  { terminal }: CommandInput,
  grant: Grant,
  tools: readonly Tool[],
  now: number,
): boolean => {
  if (grant.kind === 'invalid') {
    terminal.complain(`${grant.reason}. Nothing was kept.`);
    return false;
  }
  if (grant.kind === 'unknown') {
    terminal.complain(
      `What the token may do could not be learned: ${grant.reason}. It is taken unchecked; while that lasts, the server only reads.`,
    );
    return true;
  }
  const days =
    grant.expiresAt === null
      ? ''
      : `, and expires in ${Math.max(0, Math.floor((grant.expiresAt - now) / 86_400_000))} days`;
  terminal.say(`DigitalOcean knows the token: it has ${describeGrant(grant)}${days}.`);
  const lacking = tools.filter(
    ({ endpoint }) => missingScopes(grant, endpoint.requires).length > 0,
  );
  if (lacking.length > 0)
    terminal.say(
      `${lacking.length} of these ${tools.length} tools stay hidden for want of a scope: do-mcp tools --all names them.`,
    );
  return true;
};

const readToken = async (
  input: CommandInput,
  machine: Machine,
  tools: readonly Tool[],
): Promise<string | undefined> => {
  const { terminal, keyboard, settings } = input;
  for (let tries = 0; tries < mostTries; tries++) {
    const typed = await keyboard.askHidden(
      'Paste the token here, which is not shown, or press Enter to go on without: ',
    );
    if (typed === undefined || typed === '') return undefined;
    try {
      const token = tokenIn(typed, settings);
      const grant = await grantFor(token, settings, input.environment, machine.clock);
      if (sayGrant(input, grant, tools, machine.clock.now())) return token;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.complain(error.message);
    }
  }
  return undefined;
};

/** Whether the person agrees; Enter alone does. */
const agrees = async ({ keyboard }: CommandInput, question: string): Promise<boolean> => {
  const answer = await keyboard.ask(`${question} [Y/n] `);
  return answer !== undefined && /^(?:y(?:es)?)?$/i.test(answer);
};

/** Keeps a token where the person agrees; undefined where not. */
const keep = async (
  input: CommandInput,
  machine: Machine,
  token: string,
  question: (path: string) => string,
): Promise<string | undefined> => {
  const path = tokenFileIn(machine.home);
  if (!(await agrees(input, question(path)))) return undefined;
  keepToken(path, token);
  input.terminal.say(`Kept in ${path}. Delete that file to take it away again.`);
  return path;
};

/**
 * Leads to a token that is kept in a file.
 * @returns the file; undefined where the person goes on without one.
 */
export const leadToTokenFile = async (
  input: CommandInput,
  machine: Machine,
): Promise<string | undefined> => {
  const { terminal, given } = input;
  const tools = await toolsMeant(input);
  await sayWhatToTick(input, tools);
  if (given.open === true && !(await machine.browse(tokenPage)))
    terminal.complain('No browser could be started. Open the address above by hand.');
  const token = await readToken(input, machine, tools);
  if (token === undefined) return undefined;
  return keep(input, machine, token, (path) => `Keep it in ${path}, for you alone to read?`);
};

/**
 * Offers to keep a token that is set here in a file, for a client that would not find the variable.
 * @returns the file; undefined where the person does not want that.
 */
export const offerToKeep = async (
  input: CommandInput,
  machine: Machine,
  source: TokenSource,
): Promise<string | undefined> => {
  const token = source.read();
  const tools = await toolsMeant(input);
  const grant = await grantFor(token, input.settings, input.environment, machine.clock);
  if (!sayGrant(input, grant, tools, machine.clock.now())) return undefined;
  return keep(
    input,
    machine,
    token,
    (path) =>
      `${source.from} is set here, and not where a desktop starts programs. Keep its token in ${path}, for you alone to read?`,
  );
};
