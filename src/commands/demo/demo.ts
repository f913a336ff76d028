// `do-mcp demo`: a first conversation between an agent and the server, on the simulation, told part by part.
import type { Clock } from '../../ports.ts';
import { systemClock } from '../../system.ts';
import { table } from '../columns.ts';
import type { Command, CommandInput } from '../command.ts';
import { meetAudience } from './audience.ts';
import { createNarrator } from './narrator.ts';
import type { Part } from './part.ts';
import { openStage } from './stage.ts';
import { destruction } from './steps/destruction.ts';
import { droplet } from './steps/droplet.ts';
import { lists } from './steps/lists.ts';
import { mistake } from './steps/mistake.ts';
import { record } from './steps/record.ts';
import { refusal } from './steps/refusal.ts';

const parts: readonly Part[] = [lists, refusal, droplet, destruction, mistake, record];

/** So much faster than life that a Droplet takes seconds, and slow enough to see it come. */
const shownSpeed = 12;

const opening =
  'A first conversation between an agent and do-mcp, on a simulated DigitalOcean: nothing here is real, billed or sent anywhere, and no token is needed. The agent is a real MCP client whose calls were written down in advance; no model is at work. What is kept is in a temporary folder, and goes with it.';

const closing = [
  ['do-mcp init', 'puts it into your MCP client, on the simulation or to read only'],
  ['do-mcp scopes', 'which boxes to tick for a token of your own'],
  ['do-mcp tools', 'every tool, and all about one'],
] as const;

/** How a program ends that was stopped by Ctrl-C. */
const interrupted = 130;

/** Ctrl-C, another program's wish, a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves once somebody wants the program to end. */
const createInterruption = () => {
  let end = (): void => {};
  const happened = new Promise<'stop'>((resolve) => {
    end = () => resolve('stop');
  });
  for (const signal of signals) process.once(signal, end);
  const forget = (): void => {
    for (const signal of signals) process.off(signal, end);
  };
  return { happened, forget };
};

/**
 * Plays the demonstration until its end, or until the person has seen enough.
 * @returns the exit code.
 */
export const playDemo = async (
  {
    settings,
    box,
    terminal,
    keyboard,
  }: Omit<CommandInput, 'words' | 'given' | 'environment' | 'written'>,
  clock: Clock,
): Promise<number> => {
  const isThere = !settings.plain && terminal.page.isPerson && keyboard.isThere;
  const isInstant = settings.fast || !isThere;
  const narrator = createNarrator(terminal, !isThere);
  const audience = meetAudience({ keyboard, narrator, isThere, pauses: isThere && !settings.fast });
  const stage = openStage({
    box,
    clock,
    speed: isInstant ? 'instant' : shownSpeed,
    ask: audience.ask,
  });
  const scene = {
    stage,
    narrator,
    hands: { box, terminal, keyboard: audience.keyboard },
    clock,
    isInstant,
  };
  const interruption = createInterruption();
  try {
    narrator.tell(opening);
    for (const [at, part] of parts.entries()) {
      narrator.title(`${at + 1} of ${parts.length}  ${part.title}`);
      narrator.tell(part.says);
      const wish = await Promise.race([audience.wish(), interruption.happened]);
      if (wish === 'skip') continue;
      narrator.tell('');
      const played =
        wish === 'stop' ? wish : await Promise.race([part.play(scene), interruption.happened]);
      if (played !== 'stop' && !audience.hasLeft) continue;
      narrator.bar(null, '');
      narrator.tell('Stopped. Nothing is left behind.');
      return audience.isContent ? 0 : interrupted;
    }
    narrator.title('That was the simulation');
    terminal.print(table(closing));
    return 0;
  } finally {
    interruption.forget();
    await stage.close();
  }
};

/** Plays it in the time of this machine. */
export const runDemo: Command = (input) => playDemo(input, systemClock);
