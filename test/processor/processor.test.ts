// The processor is shared: small work at once while there is time, long work in slices, principals in rotation.
import { describe, expect, it } from 'vitest';
import { processLoop } from '../../src/processor/loop.ts';
import { Processor } from '../../src/processor/processor.ts';

const open = () => {
  let now = 0;
  const next: (() => void)[] = [];
  const done: string[] = [];
  const processor = new Processor(
    { turn: 10, slice: 5, whileAccepting: 3 },
    { now: () => now, next: (then) => void next.push(then), settled: processLoop.settled },
  );
  const work = (who: string, milliseconds: number): void => {
    done.push(who);
    now += milliseconds;
  };
  return {
    processor,
    done,
    work,
    /** Small work of so long. */
    small: (who: string, milliseconds: number): void => {
      const waiting = processor.begin(who);
      if (waiting) void waiting.then(() => work(who, milliseconds));
      else work(who, milliseconds);
    },
    /** Long work of so many pieces of so long each. */
    long: async (who: string, pieces: number, milliseconds: number): Promise<void> => {
      const slices = await processor.long(who);
      for (let piece = 0; piece < pieces; piece++) {
        if (slices.isDue) await slices.next();
        work(who, milliseconds);
      }
    },
    /** One turn of the loop; what was done in it. */
    turn: async (): Promise<readonly string[]> => {
      const before = done.length;
      for (const then of next.splice(0)) then();
      await new Promise((resolve) => setImmediate(resolve));
      return done.slice(before);
    },
    isAsleep: () => next.length === 0,
  };
};

describe('small work', () => {
  it('begins at once while a turn of the loop has time left, and no longer', async () => {
    const { small, done, turn, isAsleep } = open();
    small('a', 9.9);
    small('b', 0.1);
    expect(done).toEqual(['a', 'b']);
    small('c', 1);
    expect(done).toEqual(['a', 'b']);
    expect(await turn()).toEqual(['c']);
    await turn();
    expect(isAsleep()).toBe(true);
    small('d', 1);
    expect(done).toContain('d');
  });

  it('goes on in rotation between principals, as much as a turn has time for', async () => {
    const { small, turn } = open();
    small('first', 10);
    for (const who of ['loud', 'loud', 'loud', 'loud', 'mild', 'calm']) small(who, 5);
    expect(await turn()).toEqual(['loud', 'mild']);
    expect(await turn()).toEqual(['calm', 'loud']);
    expect(await turn()).toEqual(['loud', 'loud']);
  });

  it('leaves most turns to connections that are being accepted, but never all', async () => {
    const { processor, small, turn } = open();
    processor.accepted();
    for (let call = 0; call < 6; call++) small('a', 5);
    const counts: number[] = [];
    for (let one = 0; one < 6; one++) {
      counts.push((await turn()).length);
      processor.accepted();
    }
    expect(counts).toEqual([0, 0, 2, 0, 0, 2]);
  });
});

describe('long work', () => {
  it('is done in slices, one of each principal in turn, however much somebody has', async () => {
    const { long, turn } = open();
    for (let one = 0; one < 3; one++) void long('loud', 4, 5);
    void long('mild', 2, 5);
    expect(await turn()).toEqual(['loud', 'mild']);
    expect(await turn()).toEqual(['loud', 'mild']);
    expect(await turn()).toEqual(['loud', 'loud']);
  });

  it('of one principal comes to its end before the next begins', async () => {
    const { processor, turn, done } = open();
    const long = async (name: string): Promise<void> => {
      const slices = await processor.long('a');
      for (let piece = 0; piece < 3; piece++) {
        done.push(name);
        await slices.next();
      }
    };
    void long('one');
    void long('two');
    for (let one = 0; one < 4; one++) await turn();
    expect(done).toEqual(['one', 'one', 'one', 'two', 'two', 'two']);
  });

  it('has one slice in each turn, however much small work there is, and small work comes first', async () => {
    const { small, long, turn } = open();
    small('first', 10);
    void long('heavy', 3, 5);
    for (let one = 0; one < 6; one++) small(`crowd-${one}`, 5);
    expect(await turn()).toEqual(['crowd-0', 'crowd-1', 'heavy']);
    expect(await turn()).toEqual(['crowd-2', 'crowd-3', 'heavy']);
    expect(await turn()).toEqual(['crowd-4', 'crowd-5', 'heavy']);
  });

  it('does not hold up small work that comes in between', async () => {
    const { small, long, turn, done } = open();
    for (let one = 0; one < 40; one++) void long(`tenant-${one}`, 100, 6);
    await turn();
    small('neighbour', 1);
    expect(done.at(-1)).toBe('neighbour');
  });

  it('is not due before its time is over', async () => {
    const { processor, work } = open();
    const slices = processor.slices('a');
    expect(slices.isDue).toBe(false);
    work('a', 4.9);
    expect(slices.isDue).toBe(false);
    work('a', 0.1);
    expect(slices.isDue).toBe(true);
  });
});
