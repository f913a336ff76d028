// The way back from a person at a terminal: what they type as an answer to a question.

/** Asks at a keyboard. */
export interface Keyboard {
  /** Whether somebody sits there: stdin and stderr are both a terminal. */
  readonly isThere: boolean;
  /** What was typed; undefined when the person ended it instead. */
  ask(prompt: string): Promise<string | undefined>;
  /** The same for what nobody shall read over a shoulder: nothing of it is shown. */
  askHidden(prompt: string): Promise<string | undefined>;
}

/** The longest answer that is taken, in characters. */
const longestAnswer = 1_000;

/** Asks on stderr; what is typed is shown there, or nowhere. */
const asked = async (prompt: string, isHidden: boolean): Promise<string | undefined> => {
  // Most commands ask nothing.
  const { createInterface } = await import('node:readline/promises');
  const { Writable } = await import('node:stream');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: isHidden ? nowhere : process.stderr,
    // The reader of a terminal takes the keys one by one, so that the terminal itself shows none.
    ...(isHidden && { terminal: true, historySize: 0 }),
  });
  if (isHidden) process.stderr.write(prompt);
  try {
    const ended = new Promise<undefined>((resolve) => {
      lines.once('close', () => resolve(undefined));
      lines.once('SIGINT', () => lines.close());
    });
    const typed = await Promise.race([lines.question(isHidden ? '' : prompt), ended]);
    return typed?.slice(0, longestAnswer).trim();
  } finally {
    lines.close();
    if (isHidden) process.stderr.write('\n');
  }
};

/** The keyboard of this process. */
export const processKeyboard: Keyboard = {
  get isThere() {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  },
  ask: (prompt) => asked(prompt, false),
  askHidden: (prompt) => asked(prompt, true),
};
