// The door for log lines: bounded, counting what it drops, and never an end of the program.
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createLineDoor } from '../../src/terminal/line-door.ts';

/** A door to a stream with room for little, read only when the test reads it. */
const open = (most: number) => {
  const stream = new PassThrough({ highWaterMark: 64 });
  const missing: number[] = [];
  const door = createLineDoor({
    stream: () => stream as never,
    flowsAgain: (dropped) => {
      missing.push(dropped);
      door.write(`dropped ${dropped}\n`);
    },
    most,
  });
  return { stream, door, missing };
};

const everything = async (stream: PassThrough, last: RegExp): Promise<string> => {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    if (last.test(text)) break;
  }
  return text;
};

describe('a door for lines', () => {
  it('keeps to its bound, drops the rest, and says how many once they flow again', async () => {
    const { stream, door, missing } = open(1_000);
    const line = `${'x'.repeat(99)}\n`;
    for (let sent = 0; sent < 50; sent += 1) door.write(line);
    expect(stream.writableLength + stream.readableLength).toBeLessThanOrEqual(1_000 + 200);
    const text = await everything(stream, /dropped \d+\n$/);
    const whole = text.split(line).length - 1;
    expect(whole).toBeGreaterThanOrEqual(10);
    expect(missing).toEqual([50 - whole]);
    expect(text).toBe(`${line.repeat(whole)}dropped ${50 - whole}\n`);
  });

  it('writes on after a gap', async () => {
    const { stream, door } = open(200);
    for (const name of 'abcdefgh') door.write(`${name.repeat(60)}\n`);
    const reading = everything(stream, /last\n$/);
    await new Promise((resolve) => stream.once('drain', resolve));
    door.write('last\n');
    expect(await reading).toMatch(/a\n[^z]*dropped \d\nlast\n$/);
  });

  it('is quiet about a reader that has gone', () => {
    const { stream, door } = open(1_000);
    door.write('one\n');
    stream.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    stream.emit('error', new Error('write EPIPE'));
    expect(() => door.write('two\n')).not.toThrow();
  });
});

describe('the log', () => {
  it.each(['warn', 'error'])('tells at level %s that lines are missing', async (level) => {
    const stream = new PassThrough({ highWaterMark: 64 });
    const log = createLog(level, { stream: () => stream as never });
    const words = 'y'.repeat(8_000);
    for (let sent = 0; sent < 200; sent += 1) log.error({ words }, 'full');
    await log.flush();
    let text = '';
    for await (const chunk of stream) {
      text += chunk;
      if (text.includes('dropped')) break;
    }
    const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(last['msg']).toMatch(/lines were dropped/);
    const whole = text.trimEnd().split('\n').length - 1;
    expect(Number(last['dropped']) + whole).toBe(200);
  });

  it('speaks to a person in sentences, cleaned of what a terminal obeys, and to programs in lines', async () => {
    const lines = async (isTTY: boolean): Promise<string> => {
      const stream = Object.assign(new PassThrough(), { isTTY });
      const log = createLog('info', { stream: () => stream as never });
      log.warn({ team: 'web\u001b[31mred\nerror: false', days: 3 }, 'the token expires soon');
      log.debug({}, 'not this one');
      await log.flush();
      return String(stream.read());
    };
    expect(await lines(true)).toBe(
      'warn: the token expires soon (team webred error: false, days 3)\n',
    );
    expect(JSON.parse(await lines(false))).toMatchObject({ level: 40, days: 3 });
  });
});
