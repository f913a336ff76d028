// Sixty kinds of secret in replies, errors, logs, names and arguments: none comes out anywhere, and each reaches its file.
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordable } from '../../tools/request/recordable.ts';
import { toolNamed } from '../agent.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { contents, type Ground, openGround, ways } from './ground.ts';
import { type Kind, kinds } from './kinds.ts';

/** The middle of what only chance makes: whoever has it has a part of the secret, however it was cut. */
const coreOf = (secret: string): string => {
  const [longest = ''] = secret.split(/[^A-Za-z0-9]+/).toSorted((a, b) => b.length - a.length);
  const from = Math.max(0, Math.floor(longest.length / 2) - 6);
  return longest.substring(from, from + 12);
};

const cores = kinds.map(({ kind, secret }) => ({ kind, core: coreOf(secret) }));

/** Kinds of which something stands in a text. */
const found = (text: string): readonly string[] =>
  cores.filter(({ core }) => text.includes(core)).map(({ kind }) => kind);

const firstId = async (ground: Ground, list: string): Promise<unknown> => {
  const { answer } = await ground.call(list, { fields: ['id'] });
  const [first] = answer['items'] as readonly { readonly id: unknown }[];
  return first?.id;
};

/** What stands in a reply: the secret in a field of its own and within a text. */
const planted = ({ field, secret, text }: Kind) => ({
  ...(field !== undefined && { [field]: secret }),
  note: text,
  labels: { [text.length < 80 ? text : 'label']: 'x' },
  list: [text],
});

/** The kinds, so many at a time. */
const groups = (size: number): readonly (readonly Kind[])[] =>
  kinds.flatMap((_, at) => (at % size === 0 ? [kinds.slice(at, at + size)] : []));

const appLogs = 'apps_get_logs_active_deployment_aggregate';

describe('sixty kinds of secret', () => {
  it('are sixty at least, all different', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(60);
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
    expect(new Set(cores.map(({ core }) => core)).size).toBe(kinds.length);
    for (const { core, kind } of cores) expect(core, kind).toMatch(/^[A-Za-z0-9]{10,12}$/);
    for (const { text, secret, kind } of kinds)
      expect(text.includes(secret) || kind === 'kubeconfig', kind).toBe(true);
  });

  it.each(ways)('come out nowhere: over $over, $generation client', async (way) => {
    const ground = await openGround(way);
    const droplet_id = await firstId(ground, 'droplets_list');
    const app_id = await firstId(ground, 'apps_list');
    const droplet = `/v2/droplets/${droplet_id}`;
    ground.faults.add({ path: droplet, amend: { droplet: { things: kinds.map(planted) } } });
    const read = await ground.call('droplets_get', { droplet_id, detail: 'full' });
    const { things } = read.answer as { readonly things: readonly unknown[] };
    for (const [at, { kind }] of kinds.entries())
      expect(JSON.stringify(things[at]), kind).toContain('[redacted by do-mcp]');
    const beside = kinds.map(({ text }) => text);
    ground.faults.add({ path: '/v2/domains', amend: { domains: { note: beside }, beside } });
    await ground.call('domains_list', { detail: 'full' });
    for (const { text: message, kind } of kinds) {
      const body = { id: 'unprocessable_entity', message };
      ground.faults.add({ path: droplet, respond: { status: 422, body } });
      expect((await ground.call('droplets_get', { droplet_id })).text, kind).toContain('[token]');
    }
    for (const some of groups(4)) {
      const message = some.map(({ text }) => text).join('; ');
      ground.faults.add({ path: '/v2/domains', respond: { status: 403, body: message } });
      expect((await ground.call('domains_list')).isError).toBe(true);
      // What a model writes is on record, too.
      const record = { domain_name: 'example.com', type: 'TXT', name: '@', data: message };
      await ground.call('domains_create_record', record);
    }
    await ground.log(kinds.flatMap(({ text }) => text.split('\n')));
    const logs = await ground.call(appLogs, { app_id, type: 'RUN' });
    expect(logs.text).toContain('[redacted by do-mcp]');
    expect(found(await ground.everything())).toEqual([]);
  });

  it('are in no arguments that a record may hold', () => {
    const { endpoint } = toolNamed('domains_create_record');
    for (const { kind, text, secret, field } of kinds) {
      const written = recordable(endpoint, { data: text, ...(field && { [field]: secret }) });
      expect(found(JSON.stringify(written)), kind).toEqual([]);
    }
  });

  it('are in no question to a person, and in no dry run', async () => {
    // No more than twenty questions wait for one principal, and two are asked about three kinds.
    for (const some of groups(30)) {
      const ground = await openGround({ over: 'stdio', generation: 'old' }, '--confirm', 'ask');
      for (let at = 0; at < some.length; at += 3) {
        const [one = '', two = one, three = one] = some.slice(at, at + 3).map(({ text }) => text);
        const volume_id = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
        const respond = (path: string, body: unknown) =>
          ground.faults.add({ path, times: 5, respond: { status: 200, body } });
        const volume = { id: volume_id, name: one, size_gigabytes: 10, droplet_ids: [1] };
        respond(`/v2/volumes/${volume_id}`, { volume });
        const snapshots = [{ id: '1', name: two }];
        respond(`/v2/volumes/${volume_id}/snapshots`, { snapshots, meta: { total: 1 } });
        respond('/v2/droplets/1', { droplet: { id: 1, name: three } });
        const asked = await ground.call('volumes_delete', { volume_id });
        expect(asked.answer['error'], one).toMatchObject({ code: 'approval_pending' });
        expect(asked.text).toContain('napshot');
        await ground.call('volumes_delete_by_name', { name: three, region: 'nyc3' });
        const tried = await ground.call('volumes_delete', { volume_id, dry_run: true });
        expect(tried.isError, tried.text).toBe(false);
      }
      expect(found(await ground.everything())).toEqual([]);
    }
  });

  it.each(ways)('arrive each in its file: over $over, $generation client', async (way) => {
    const folder = temporaryFolder();
    const ground = await openGround(way, '--secrets-dir', folder);
    const droplet_id = await firstId(ground, 'droplets_list');
    const app_id = await firstId(ground, 'apps_list');
    const path = `/v2/droplets/${droplet_id}`;
    // One answer is written into so many files and no more.
    for (const some of groups(12)) {
      ground.faults.add({ path, amend: { droplet: { things: some.map(planted) } } });
      const { answer } = await ground.call('droplets_get', { droplet_id, detail: 'full' });
      const { things } = answer as { readonly things: readonly unknown[] };
      const files = [...contents(folder)];
      for (const [at, { kind, secret }] of some.entries()) {
        const own = files.filter(([, content]) => content.includes(secret));
        expect(own.length, kind).toBeGreaterThan(0);
        expect(JSON.stringify(things[at]), kind).toContain(own[0]?.[0]);
      }
    }
    await ground.log(kinds.flatMap(({ text }) => text.split('\n')));
    const logs = await ground.call(appLogs, { app_id, type: 'RUN' });
    expect(logs.text).toContain('[written by do-mcp to ');
    for (const [file] of contents(folder)) expect(statSync(file).mode & 0o777, file).toBe(0o600);
    const names = [...contents(folder).keys()].join('\n');
    expect(found(`${await ground.everything()}\n${names}`)).toEqual([]);
  });
});
