// Runs the program in this process and keeps what it says and prints.
import type { Environment } from '../../src/configuration/environment.ts';
import { main } from '../../src/main.ts';
import type { Keyboard } from '../../src/terminal/keyboard.ts';
import type { OutputStream } from '../../src/terminal/terminal.ts';

/** How a run ended. */
export interface Ended {
  readonly code: number | undefined;
  readonly printed: string;
  readonly said: string;
}

/** A stream that keeps what is written. */
export const keepingStream = (isTTY = false, columns?: number) => {
  let text = '';
  const stream: OutputStream = {
    isTTY,
    columns,
    writableLength: 0,
    destroyed: false,
    write: (more) => {
      text += more;
      return true;
    },
    on: () => {},
    once: () => {},
    off: () => {},
  };
  return { stream, text: () => text };
};

/** Nobody sits there. */
const noKeyboard: Keyboard = {
  isThere: false,
  ask: async () => undefined,
  askHidden: async () => undefined,
};

/** Runs a command line to its end. */
export const runProgram = async (
  argv: readonly string[],
  environment: Environment = {},
  keyboard: Keyboard = noKeyboard,
): Promise<Ended> => {
  const out = keepingStream();
  const err = keepingStream();
  const code = await main(
    argv,
    environment,
    { out: () => out.stream, err: () => err.stream },
    keyboard,
  );
  return { code, printed: out.text(), said: err.text() };
};

/** Runs a command line to its end at a terminal so many columns wide, on which a person reads the result. */
export const runAtTerminal = async (
  argv: readonly string[],
  columns = 80,
  environment: Environment = { NO_COLOR: '1' },
  keyboard: Keyboard = noKeyboard,
): Promise<Ended> => {
  const out = keepingStream(true, columns);
  const err = keepingStream(true, columns);
  const code = await main(
    argv,
    environment,
    { out: () => out.stream, err: () => err.stream },
    keyboard,
  );
  return { code, printed: out.text(), said: err.text() };
};
