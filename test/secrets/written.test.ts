// With --secrets-dir a credential is in a file for this user alone, and the answer says where instead of showing it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { cluster, database, filesIn, keeping, key, modeOf, place, secret } from './kit.ts';

describe('a credential in an answer', () => {
  it('is in a file of mode 0600 in a folder of mode 0700, and the answer says which', async () => {
    const folder = join(temporaryFolder(), 'new', 'kept');
    const { agent } = await keeping(folder, { database });
    const { text, answer, isError } = await agent.call('databases_get_cluster', cluster);
    expect(isError, text).toBe(false);
    expect(text).not.toContain(secret);
    const { connection } = answer as { connection: Record<string, string> };
    expect(connection).toMatchObject({ host: 'h.example', user: 'app' });
    expect(readFileSync(place(connection['password']), 'utf8')).toBe(secret);
    expect(readFileSync(place(connection['uri']), 'utf8')).toBe(database.connection.uri);
    for (const mark of [connection['password'], connection['uri']]) {
      expect(modeOf(place(mark))).toBe(0o600);
      expect(dirname(place(mark))).toBe(folder);
      expect(place(mark)).toMatch(/databases-main-db-\d{8}T\d{6}Z-connection\.\w+$/);
    }
    expect(modeOf(folder)).toBe(0o700);
    expect(answer['note']).toMatch(/without reading them/);
  });

  it('needs no consent, since nothing reaches the model', async () => {
    const { agent } = await keeping(temporaryFolder(), { database }, '--confirm', 'ask');
    expect((await agent.call('databases_get_cluster', cluster)).isError).toBe(false);
  });

  it('is written once, however often it is read', async () => {
    const folder = temporaryFolder();
    const { agent } = await keeping(folder, { database });
    await agent.call('databases_get_cluster', cluster);
    const before = filesIn(folder);
    const { answer } = await agent.call('databases_get_cluster', cluster);
    expect(filesIn(folder)).toEqual(before);
    // A file that somebody has taken away, or changed, is written anew.
    const { password } = answer['connection'] as { password: string };
    rmSync(place(password));
    writeFileSync(place(password), 'another');
    const again = (await agent.call('databases_get_cluster', cluster)).answer;
    const renewed = place((again['connection'] as { password: string }).password);
    expect(renewed).not.toBe(place(password));
    expect(readFileSync(renewed, 'utf8')).toBe(secret);
  });

  it('is used, not read: a kubeconfig whole, a Docker configuration in a folder of its own', async () => {
    const folder = temporaryFolder();
    const kubeconfig = `apiVersion: v1\nusers:\n- user:\n    token: ${secret}\n`.padEnd(
      90_000,
      '#',
    );
    const kubernetes = await keeping(folder, () => ({
      body: kubeconfig,
      headers: { 'content-type': 'application/yaml' },
    }));
    const id = cluster.database_cluster_uuid;
    const config = await kubernetes.agent.call('kubernetes_get_kubeconfig', { cluster_id: id });
    expect(config.isError, config.text).toBe(false);
    const path = place(config.answer['kubeconfig']);
    expect(readFileSync(path, 'utf8')).toBe(kubeconfig);
    expect(config.answer['note']).toContain(`KUBECONFIG=${path}`);

    const auths = { 'registry.digitalocean.com': { auth: 'dXNlcjpodW50ZXIy' } };
    const registry = await keeping(folder, { auths });
    const docker = await registry.agent.call('registries_get_docker_credentials', {
      registry_name: 'shop',
    });
    const file = place((docker.answer['auths'] as typeof auths)['registry.digitalocean.com'].auth);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ auths });
    expect(file).toMatch(/\/config\.json$/);
    expect([modeOf(dirname(file)), modeOf(file)]).toEqual([0o700, 0o600]);
    expect(docker.answer['note']).toContain(`DOCKER_CONFIG=${dirname(file)} `);
  });

  it('that is shown only once is written although nobody asked to see it', async () => {
    const folder = temporaryFolder();
    const { agent } = await keeping(folder, { key });
    const given = { name: 'backup', grants: [], fields: ['name'] };
    const { answer, text } = await agent.call('spaces_key_create', given);
    const [file = ''] = filesIn(folder);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(secret);
    expect(answer['note']).toContain(join(folder, file));
    expect(text).not.toContain(secret);
  });

  it('within a text takes the whole text along, and the log goes on without it', async () => {
    const folder = temporaryFolder();
    const record = { id: 1, type: 'TXT', name: '@', data: `host=h password=${secret} user=u` };
    const { agent } = await keeping(folder, { domain_records: [record] });
    const { text } = await agent.call('domains_list_records', { domain_name: 'example.com' });
    expect(text).not.toContain(secret);
    const [file = ''] = filesIn(folder);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(record.data);
    expect(text).toContain(`password=[written by do-mcp to ${join(folder, file)}] user=u`);
  });

  it('of more things than fit is said to be redacted, and nothing is written beyond', async () => {
    const folder = temporaryFolder();
    const users = Array.from({ length: 50 }, (_, at) => ({
      name: `u${at}`,
      password: `${secret}${at}`,
    }));
    const { agent } = await keeping(folder, { users });
    const { text } = await agent.call('databases_list_users', cluster);
    expect(filesIn(folder)).toHaveLength(32);
    expect(text).toContain('[redacted by do-mcp]');
    expect(text).toContain('no more than 32 files');
    expect(text).not.toContain(secret);
  });

  it.each([
    '../../../../etc/passwd',
    '..',
    '/absolute',
    'a\u0000b\nc',
    'con',
    '\u202etxt.exe',
    'x'.repeat(5_000),
    '.',
    '',
    '🙂🙂',
    'a b;rm -rf $(HOME)`id`',
  ])(
    'stays in its folder, under a harmless name, whatever the thing is called: %j',
    async (name) => {
      const folder = join(temporaryFolder(), 'kept');
      const user = { name, password: secret };
      const { agent } = await keeping(folder, { database: { ...database, name, users: [user] } });
      const { isError, text } = await agent.call('databases_get_cluster', cluster);
      expect(isError, text).toBe(false);
      const files = filesIn(folder);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect(file).toMatch(/^databases-[A-Za-z0-9._-]{1,200}$/);
      for (const file of files) expect(file).not.toMatch(/\.\.|[.-]$/);
    },
  );
});
