// `do-mcp stdio`: serves the one client that started this process.
import { reachDoubts } from '../consent/reach-doubts.ts';
import { createProgram } from '../program.ts';
import { buildMcpServer } from '../server/mcp-server.ts';
import { serveStdio } from '../server/stdio.ts';
import { systemClock } from '../system.ts';
import { drained } from '../terminal/drained.ts';
import type { Command, CommandInput } from './command.ts';

/** How long a reader may take for what is left to be written once a signal has come, in milliseconds. */
const patienceAfterSignal = 5_000;

/**
 * Somebody who typed `do-mcp` sees nothing happen, and cannot know that nothing will.
 * @param isTyped whether stdin is a keyboard.
 */
export const greet = (
  { terminal, settings }: Pick<CommandInput, 'terminal' | 'settings'>,
  isTyped: boolean,
): void => {
  if (!isTyped || !terminal.hasReader) return;
  terminal.say(
    `This is do-mcp, serving ${settings.sandbox ? 'the simulation' : 'the account'} over stdin and stdout, for an MCP client that starts it; there is nothing to type here. Ctrl+C ends it. do-mcp help tells what else there is.`,
  );
};

/** Serves until stdin ends. Nothing is asked of the network before the client asks for something. */
export const runStdio: Command = async (input) => {
  const { settings, box, terminal } = input;
  const program = createProgram(settings, box, {
    events: { grantChanged: () => connection.listChanged() },
  });
  await program.checkPlaces();
  for (const doubt of reachDoubts({ settings, state: program.state, hasOperator: null }))
    terminal.complain(doubt);
  const caller = await program.ownCaller();
  let ending: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await connection.close();
    await program.close();
    await drained(process.stdout);
  };
  const connection = serveStdio({
    input: process.stdin,
    output: process.stdout,
    clock: systemClock,
    build: () => buildMcpServer({ ...program.serverParts, listChanged: true }, caller),
    failed: (reason) => {
      terminal.say(`do-mcp: the connection was closed: ${reason}.`);
      process.exitCode = 1;
      ending ??= end().finally(() => process.exit());
    },
  });
  void connection.finished.then(() => {
    ending ??= end().finally(() => process.exit());
  });
  let signalled = false;
  const onSignal = (): void => {
    if (signalled) process.exit();
    signalled = true;
    ending ??= end();
    void Promise.race([ending, systemClock.sleep(patienceAfterSignal)]).finally(() =>
      process.exit(),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  greet(input, process.stdin.isTTY === true);
  return undefined;
};
