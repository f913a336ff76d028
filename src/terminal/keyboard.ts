// The way back from a person at a terminal: what they type as an answer to a question.

/** Asks at a keyboard. */
export interface Keyboard {
  /** Whether somebody sits there: stdin and stderr are both a terminal. */
  readonly isThere: boolean;
  /** What was typed; undefined when the person ended it instead. */
  ask(prompt: string): Promise<string | undefined>;
}

/** The longest answer that is taken, in characters. */
const longestAnswer = 1_000;

/** The keyboard of this process. */
export const processKeyboard: Keyboard = {
  get isThere() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  ask: async (prompt) => {
    // Most commands ask nothing.
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const ended = new Promise<undefined>((resolve) => {
      lines.once('close', () => resolve(undefined));
      lines.once('SIGINT', () => lines.close());
    });
    try {
      const typed = await Promise.race([lines.question(prompt), ended]);
      return typed?.slice(0, longestAnswer).trim();
    } finally {
      lines.close();
    }
  },
};
