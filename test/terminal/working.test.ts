// What takes long says so to a person, and is silent otherwise.
import { describe, expect, it } from 'vitest';
import { createTerminal, hushed } from '../../src/terminal/terminal.ts';
import { working } from '../../src/terminal/working.ts';
import { keepingStream } from '../commands/run-program.ts';
import { createManualClock } from '../manual-clock.ts';

const opened = (isTTY: boolean) => {
  const out = keepingStream(isTTY);
  const err = keepingStream(isTTY, 30);
  const streams = { out: () => out.stream, err: () => err.stream };
  return { terminal: createTerminal({ ...streams, secrets: ['a-secret-of-somebody'] }), err };
};

const clear = '\r\u001b[2K';

describe('what takes longer than a second', () => {
  it('is shown on one line, which goes away at its end', async () => {
    const { terminal, err } = opened(true);
    const clock = createManualClock();
    const work = async () => {
      await clock.sleep(1_500);
      return 7;
    };
    const done = working({ terminal, clock }, () => 'Looking at a-secret-of-somebody', work);
    await clock.advance(1_500);
    expect(await done).toBe(7);
    expect(err.text()).toBe(`Looking at [token] (1 s)${clear}`);
  });

  it('is cut to the width of the terminal, and gives way to what is said', () => {
    const { terminal, err } = opened(true);
    terminal.progress('x'.repeat(100));
    terminal.complain('something is wrong');
    const [line = ''] = err.text().split('\r');
    expect(line.length).toBeLessThan(40);
    expect(err.text()).toContain(`${clear}something is wrong\n`);
  });

  it('is shown neither in a pipe nor with --quiet', () => {
    const piped = opened(false);
    piped.terminal.progress('x');
    const quiet = opened(true);
    hushed(quiet.terminal).progress('x');
    expect(piped.err.text() + quiet.err.text()).toBe('');
  });
});
