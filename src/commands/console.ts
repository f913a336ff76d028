// `do-mcp console`: shows the console to whoever sits at this machine, with the state that stdio servers share.
import { randomBytes } from 'node:crypto';
import { serveConsole } from '../http/console/serve-console.ts';
import { createProgram } from '../program.ts';
import { stopOnSignals } from '../stop-signals.ts';
import { systemClock } from '../system.ts';
import type { Command } from './command.ts';
import { loadConsole } from './load-console.ts';

/** Serves until it is told to stop. */
export const runConsole: Command = async ({ settings, box, terminal }) => {
  const program = createProgram(settings, box);
  const { server, address } = await serveConsole({
    program,
    settings,
    box,
    clock: systemClock,
    random: randomBytes,
    page: loadConsole,
  });
  let tidy = (): void => {};
  stopOnSignals(process, async () => {
    tidy();
    await server.drain();
    await program.close();
  });
  terminal.hand(address.href);
  terminal.say(
    'Open this address in a browser of this machine within ten minutes. It opens the console once; whoever opens it first is let in. Ctrl+C ends the console.',
  );
  if (settings.open) {
    const { openBrowser } = await import('./open-browser.ts');
    const browser = await openBrowser(address);
    tidy = browser.tidy;
    if (!browser.opened)
      terminal.complain('No browser could be started from here: open the address by hand.');
  }
  return undefined;
};
