// The owner's switch: from one call to the next nothing is changed, whoever agreed to what before.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brakeFile, createFileBrake, createRedisBrake } from '../../src/brake/brake.ts';
import { brakeOf } from '../../src/brake/brake-of.ts';
import { connectRedis } from '../../src/redis/redis-connection.ts';
import { systemClock } from '../../src/system.ts';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { askedAgent, idOf, outcomeOf, questionIn } from './asked.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const pulled = { by: 'sam', at: 1, reason: 'something is wrong' };

describe('while changes are stopped', () => {
  it('reads go on, and no change is made, dry run or approval or not', async () => {
    const stateFolder = newStateFolder();
    const agent = await askedAgent({ stateFolder });
    const given = { droplet_id: await idOf(agent, 'staging-01') };
    const id = questionIn(await agent.call('droplets_destroy', given));
    await (await agent.book()).answer(id, {
      approves: true,
      door: 'terminal',
      by: 'sam',
      reason: null,
    });
    const brake = brakeOf(stateFolder, undefined);
    await brake.pull(pulled);
    for (const [tool, sent] of [
      ['droplets_destroy', given],
      ['domains_create', { name: 'new.example' }],
      ['tags_create', { name: 'new' }],
    ] as const) {
      const reply = await agent.call(tool, sent);
      expect([tool, outcomeOf(reply)]).toEqual([tool, 'changes_stopped']);
      expect(reply.text).toMatch(/by sam: something is wrong/);
    }
    const dry = await agent.call('domains_create', { name: 'new.example', dry_run: true });
    expect(dry.answer).toMatchObject({
      outcome: 'would_be_refused',
      let_through: { allowed: false },
    });
    expect(outcomeOf(await agent.call('domains_list'))).toBe('done');
    expect(agent.changes()).toEqual([]);
    expect(await brake.release()).toBe(true);
    expect(outcomeOf(await agent.call('droplets_destroy', given))).toBe('done');
  });

  it('a person who agrees in the meantime changes nothing either', async () => {
    const stateFolder = newStateFolder();
    const agent = await askedAgent({
      stateFolder,
      generation: 'old',
      over: 'stdio',
      show: async () => {
        await brakeOf(stateFolder, undefined).pull(pulled);
        await agent.clock.advance(5_000);
        return { action: 'accept', content: { name: 'staging-01' } };
      },
    });
    const given = { droplet_id: await idOf(agent, 'staging-01') };
    expect(outcomeOf(await agent.call('droplets_destroy', given))).toBe('changes_stopped');
    expect(agent.changes()).toEqual([]);
  });
});

describe('the switch', () => {
  it.each(['', '{', 'null', '"x"', '[]', '{"by":1}'])(
    'stops changes also where its file holds %j',
    async (text) => {
      const folder = newStateFolder();
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, brakeFile), text);
      expect(await brakeOf(folder, undefined).pulled()).toMatchObject({ by: 'somebody' });
    },
  );

  it('stops changes also where there is a folder instead of its file', async () => {
    const folder = newStateFolder();
    mkdirSync(join(folder, brakeFile), { recursive: true });
    expect(await brakeOf(folder, undefined).pulled()).not.toBeNull();
  });

  it('holds where it could be turned, and says where it could not', async () => {
    const folder = newStateFolder();
    const lost = { run: () => Promise.reject(new Error('Redis cannot be reached')) };
    const brake = brakeOf(folder, lost);
    await expect(brake.pull(pulled)).rejects.toThrow(
      'turned in the state folder, but not in Redis: Redis cannot be reached',
    );
    expect(await brakeOf(folder, undefined).pulled()).toEqual(pulled);
    await expect(brake.release()).rejects.toThrow(/but not in Redis/);
  });

  it('is released once, and shows nothing that a terminal would obey', async () => {
    const brake = createFileBrake(join(newStateFolder(), brakeFile));
    expect(await brake.release()).toBe(false);
    await brake.pull({ by: 'sam\u001b[31m\n', at: 1, reason: null });
    expect(JSON.stringify(await brake.pulled())).not.toMatch(/\\u001b|\\n/);
    expect(await brake.release()).toBe(true);
    expect(await brake.pulled()).toBeNull();
  });

  it.skipIf(redisBinary === undefined)(
    'is one for all replicas, and holds as it was known while Redis is away',
    async () => {
      const server = await startRedis();
      closing.push(server.kill);
      const connect = () => {
        const connection = connectRedis({ url: server.url, clock: systemClock, commandMs: 200 });
        closing.push(connection.close);
        return createRedisBrake(connection);
      };
      const [one, other] = [connect(), connect()];
      expect(await other.pulled()).toBeNull();
      await one.pull(pulled);
      expect(await other.pulled()).toEqual(pulled);
      await server.kill();
      expect(await other.pulled()).toEqual(pulled);
    },
  );
});
