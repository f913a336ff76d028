// `do-mcp call <tool> [key=value …]`: one call by the road of every call, for scripts and for trying out.
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import { nearestTool } from '../../../tools/nearest-tool.ts';
import { accountInventory } from '../../../tools/own-tools.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { describeProgress } from '../../advice/notes.ts';
import type { CallContext } from '../../client/client.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { inventoryTool } from '../../menu/own-tools.ts';
import { createProgram, type Program } from '../../program.ts';
import { callTool, type Outcome } from '../../road/call-tool.ts';
import type { Caller } from '../../road/caller.ts';
import { systemClock } from '../../system.ts';
import { shown } from '../../terminal/veil.ts';
import { working } from '../../terminal/working.ts';
import { version } from '../../version.ts';
import type { Command, CommandInput } from '../command.ts';
import { askHere } from './ask-here.ts';
import { exitFor } from './exits.ts';
import { argumentsGiven } from './given.ts';
import { dressJson, readableJson } from './readable-json.ts';

/** How this program names itself in questions and in the record. */
const client = { name: 'do-mcp call', version };

/** Carries out one call. */
type Make = (raw: JsonObject, context: CallContext) => Promise<Outcome>;

const unknownTool = (name: string, box: ToolBox): UsageError => {
  const meant = nearestTool(name, box.names.keys());
  return new UsageError(
    `There is no tool "${shown(name)}".${meant ? ` Did you mean ${meant}?` : ''} do-mcp tools <words> searches them.`,
  );
};

/** How a tool is called, and what it takes. @throws {UsageError} when there is none of this name. */
const toolNamed = async (name: string, box: ToolBox, program: Program, caller: Caller) => {
  const { road } = program.serverParts;
  if (name === accountInventory) {
    const { callInventory } = await import('../../inventory/account-inventory.ts');
    const make: Make = (raw, context) => callInventory({ raw, context, caller, client, road });
    return { make, properties: inventoryTool.inputSchema.properties };
  }
  const tool = await box.named(name);
  if (!tool) throw unknownTool(name, box);
  const make: Make = async (raw, context) => {
    const person = { kind: 'unreachable' } as const;
    const outcome = await callTool({ tool, raw, context, caller, person, client, road });
    if (!('ok' in outcome)) throw new Error('a call that asks nobody was to ask');
    return outcome;
  };
  return { make, properties: tool.inputSchema.properties };
};

/** The first Ctrl+C ends the call and is told what became of it; the second ends the program. */
const untilInterrupted = (terminal: CommandInput['terminal']) => {
  const ending = new AbortController();
  const onSignal = (): void => {
    if (ending.signal.aborted) {
      terminal.complain('Ended. What became of the call is not known; do-mcp audit tail may tell.');
      process.exit(130);
    }
    terminal.complain(
      'Stopping; what became of the call is told in a moment. Ctrl+C ends at once.',
    );
    ending.abort();
  };
  process.on('SIGINT', onSignal);
  return { signal: ending.signal, release: () => process.off('SIGINT', onSignal) };
};

/** The error in an answer; undefined where there is none. */
const errorIn = ({ ok, text }: Outcome): JsonObject | undefined => {
  const answer: unknown = JSON.parse(text);
  const error = isObject(answer) ? answer['error'] : undefined;
  return !ok && isObject(error) ? error : undefined;
};

const tell = ({ terminal }: CommandInput, outcome: Outcome, revealsSecrets: boolean): number => {
  const error = errorIn(outcome);
  const { page } = terminal;
  if (error && page.isPerson) {
    terminal.complain(`${String(error['message'])}\n${String(error['next'])}`);
  } else {
    const text = page.isPerson ? readableJson(JSON.parse(outcome.text), page.width) : outcome.text;
    if (revealsSecrets) terminal.hand(text);
    else terminal.print(text, dressJson);
  }
  return error ? exitFor(String(error['code'])) : 0;
};

/** Makes the call; where a person has to agree and sits here, asks them and makes it again. */
const carryOut = async (
  input: CommandInput,
  make: Make,
  raw: JsonObject,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { terminal, keyboard, words } = input;
  let stands = `Calling ${words[0]}`;
  const context: CallContext = {
    signal,
    progress: (update) => {
      stands = describeProgress(update);
    },
  };
  const once = (): Promise<Outcome> =>
    working(
      { terminal, clock: systemClock },
      () => stands,
      () => make(raw, context),
    );
  const outcome = await once();
  const error = errorIn(outcome);
  const question = error?.['approval'];
  const waits = error?.['code'] === 'approval_pending' && typeof question === 'string';
  if (!waits || !keyboard.isThere || signal.aborted) return outcome;
  const said = await askHere(input, question);
  if (said === 'agreed') return once();
  terminal.complain('Not agreed to. The question stays open:');
  return outcome;
};

/** Makes one call and prints its answer. */
export const runCall: Command = async (input) => {
  const { settings, box, terminal, words } = input;
  const [name = '', ...pairs] = words;
  const program = createProgram(settings, box);
  const interrupt = untilInterrupted(terminal);
  try {
    await program.checkPlaces();
    const caller = await program.ownCaller();
    const { make, properties } = await toolNamed(name, box, program, caller);
    const given = argumentsGiven(pairs, settings.callArguments, properties);
    const raw = settings.dryRun ? { ...given, dry_run: true } : given;
    const outcome = await carryOut(input, make, raw, interrupt.signal);
    const code = tell(input, outcome, (await caller.guard()).revealsSecrets);
    return interrupt.signal.aborted ? 130 : code;
  } finally {
    interrupt.release();
    await program.close();
  }
};
