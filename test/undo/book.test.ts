// Where former states are kept: for 30 days, in the state folder or in Redis, taken in hand by one at a time.
import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { createManualClock } from '../manual-clock.ts';
import { startUndoing, type Undoing } from './undoing.ts';
import { change, first, leadsTo, second, withRecord } from './zone.ts';

const day = 24 * 3_600_000;

const open = async (...given: Parameters<typeof startUndoing>): Promise<Undoing> => {
  const world = await startUndoing(...given);
  onTestFinished(() => world.close());
  return world;
};

/** A world whose agent made its changes so long ago. */
const daysAgo = (days: number): Promise<Undoing> =>
  open({ clock: createManualClock(Date.now() - days * day) });

describe('what is kept', () => {
  it('serves for 30 days', async () => {
    const world = await daysAgo(29);
    const id = await withRecord(world);
    const { undo } = await world.make('domains_update_record', change(id));
    expect(await world.undo([String(undo), '--yes'])).toMatchObject({ code: 0 });
    expect(await leadsTo(world, id)).toBe(first);
  });

  it('is over then, for whoever asks and for the list', async () => {
    const world = await daysAgo(31);
    const id = await withRecord(world);
    const { undo } = await world.make('domains_update_record', change(id));
    const asked = await world.undo([String(undo)], 'y');
    expect(asked).toMatchObject({ code: 2 });
    expect(asked.said).toContain('is older than 30 days');
    expect((await world.undo([])).said).toContain('There is no change that can be put back.');
    expect(await leadsTo(world, id)).toBe(second);
  });
});

type Places = readonly (readonly [string, () => Promise<readonly string[]>])[];

const overRedis = async (): Promise<readonly string[]> => {
  const server = await startRedis();
  onTestFinished(server.kill);
  return ['--redis-url', server.url];
};

const places: Places = [
  ['the state folder', async () => []],
  ...(redisBinary === undefined ? [] : [['Redis', overRedis] as const]),
];
if (redisBinary === undefined)
  console.warn('Former states in Redis are not tried: there is no redis-server here.');

describe.each(places)('kept in %s', (name, argvOf) => {
  it('a change is put back, and not twice', async () => {
    const argv = await argvOf();
    const world = await open({ argv });
    const id = await withRecord(world);
    const { undo } = await world.make('domains_update_record', change(id));
    expect(readdirSync(world.state).includes('undo')).toBe(name !== 'Redis');
    expect(await world.undo([String(undo), '--yes'], undefined, argv)).toMatchObject({ code: 0 });
    expect(await leadsTo(world, id)).toBe(first);
    const again = await world.undo([String(undo), '--yes'], undefined, argv);
    expect(again.said).toContain('It was put back already');
  });

  it('a thing that was deleted is made anew by one of many who undo at once', async () => {
    const argv = await argvOf();
    const world = await open({ argv });
    const id = await withRecord(world);
    const { data: _, type: __, ...named } = change(id);
    const { undo } = await world.make('domains_delete_record', named);
    const ends = await Promise.all(
      Array.from({ length: 4 }, () => world.undo([String(undo)], 'y', argv)),
    );
    expect(ends.filter(({ code }) => code === 0)).toHaveLength(1);
    const { domain_records: records } = await world.read('/v2/domains/undo.example/records');
    const made = (records as readonly { readonly data: string }[]).filter(
      ({ data }) => data === first,
    );
    expect(made).toHaveLength(1);
  });
});

describe.skipIf(redisBinary === undefined)('without the Redis that is configured', () => {
  it('a change goes on, and says that it cannot be put back', async () => {
    const server = await startRedis();
    const world = await open({ argv: ['--redis-url', server.url] });
    const id = await withRecord(world);
    await server.kill();
    const answer = await world.make('domains_update_record', change(id));
    expect(answer['undo']).toBe('not possible: Redis cannot be reached');
    expect(await leadsTo(world, id)).toBe(second);
  });
});
