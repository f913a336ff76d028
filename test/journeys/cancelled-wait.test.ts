// A person loses patience: the wait ends at once, the work goes on.
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { type Circumstances, meetPerson } from './person.ts';

/** How long leaving may take, in milliseconds. */
const atOnce = 100;

/** A promise that is kept from outside. */
const promised = <Value>() => {
  let keep: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    keep = resolve;
  });
  return { promise, keep: (value: Value) => keep(value) };
};

/** A person who has a Droplet resized, waits for it until told how it goes, and then breaks the wait off. */
const loseInterest = async (circumstances: Circumstances) => {
  const clock = createManualClock();
  const ended = promised<number>();
  const me = await meetPerson({
    ...circumstances,
    clock,
    observe: ({ tool }) => {
      if (tool === 'droplet_actions_post') ended.keep(performance.now());
    },
  });
  const { id: droplet_id } = await me.named('droplets_list', 'staging-01');
  const interest = new AbortController();
  const told: string[] = [];
  const outcome = me
    .ask(
      'droplet_actions_post',
      { droplet_id, type: 'resize', size: 's-2vcpu-2gb', wait_seconds: 45 },
      { signal: interest.signal, hear: (message) => told.push(message) },
    )
    .then(
      () => 'answered',
      () => 'broken off',
    );
  while (told.length === 0) await clock.advance(1_000);
  expect(told[0]).toMatch(/action is in-progress/);
  const left = performance.now();
  interest.abort(new Error('no patience'));
  expect(await outcome).toBe('broken off');
  expect(performance.now() - left).toBeLessThan(atOnce);
  return { me, clock, droplet_id, left, ended: ended.promise };
};

type Left = Awaited<ReturnType<typeof loseInterest>>;

/** What is true however the person left: the resize has ended well by itself. */
const expectResized = async ({ me, droplet_id }: Left): Promise<void> => {
  expect(await me.every('droplet_actions_list', { droplet_id, max_items: 1 })).toEqual([
    expect.objectContaining({ type: 'resize', status: 'completed' }),
  ]);
  expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({ size_slug: 's-2vcpu-2gb' });
};

describe('"Never mind, I do not want to wait for that resize"', () => {
  it.each([
    { generation: 'new', over: 'http' },
    { generation: 'new', over: 'stdio' },
    { generation: 'old', over: 'stdio' },
  ] as const)('stops the server at once: $generation client over $over', async (circumstances) => {
    const left = await loseInterest(circumstances);
    expect((await left.ended) - left.left).toBeLessThan(atOnce);
    const sent = left.me.requests.length;
    await left.clock.advance(120_000);
    expect(left.me.requests.length).toBe(sent);
    await expectResized(left);
  });

  it('frees an old client over http at once, and the server when the time is over', async () => {
    // A cancellation of the old generation is a message of its own, which a stateless server cannot place.
    const left = await loseInterest({ generation: 'old', over: 'http' });
    await left.clock.advance(45_000);
    await left.ended;
    const sent = left.me.requests.length;
    await left.clock.advance(120_000);
    expect(left.me.requests.length).toBe(sent);
    await expectResized(left);
  });
});
