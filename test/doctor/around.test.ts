// do-mcp doctor: what it finds of what stands around a server: policy, folders, Redis, port, clients.
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRedis, startRedis } from '../http/processes.ts';
import {
  answering,
  examine,
  newFolder,
  type Start,
  serverProgram,
  someToken,
  write,
} from './stand-in.ts';

const sandbox: Start = { argv: ['--sandbox'] };

describe('what stands around a server', () => {
  it('the policy file is read as a start reads it', async () => {
    const home = newFolder();
    const good = write(join(home, 'good.json'), JSON.stringify({ version: 1, access: 'read' }));
    const bad = write(join(home, 'bad.json'), JSON.stringify({ version: 1, acess: 'read' }));
    expect((await examine({ argv: ['--sandbox', '--policy', good], home })).ids).toContain(
      'policy.ok',
    );
    const { findings, code } = await examine({ argv: ['--sandbox', '--policy', bad], home });
    expect(findings.find(({ id }) => id === 'policy.unusable')?.found).toMatch(/acess/);
    expect(code).toBe(1);
  });

  it('files that decide are closed by --fix where everybody may write them, or read a key in them', async () => {
    const home = newFolder();
    const policy = write(join(home, 'policy.json'), JSON.stringify({ version: 1, access: 'read' }));
    const key = write(join(home, 'key'), 'domcp_x');
    chmodSync(policy, 0o666);
    chmodSync(key, 0o644);
    const environment = { DO_MCP_KEY_FILE: key };
    const argv = ['--sandbox', '--policy', policy];
    const { ids, code } = await examine({ argv, home, environment });
    expect(ids).toEqual(expect.arrayContaining(['files.others_write', 'files.others_read']));
    expect(code).toBe(1);
    expect((await examine({ argv: [...argv, '--fix'], home, environment })).code).toBe(0);
    expect(statSync(policy).mode & 0o777).toBe(0o644);
    expect(statSync(key).mode & 0o777).toBe(0o600);
  });

  it('the folder for credentials is tried', async () => {
    const home = newFolder();
    write(join(home, 'file'), '');
    const tried = (folder: string) =>
      examine({ argv: ['--sandbox', '--secrets-dir', folder], home });
    expect((await tried(join(home, 'file', 'in'))).ids).toContain('secrets.refused');
    expect((await tried(join(home, 'secrets'))).ids).toContain('secrets.ok');
  });

  it('Redis that is away blocks, and its password is not told', async () => {
    const { ids, code, printed } = await examine({
      argv: ['--sandbox', '--redis-url', 'redis://sam:geheim@127.0.0.1:9'],
    });
    expect(ids).toContain('redis.away');
    expect(code).toBe(1);
    expect(printed).not.toContain('geheim');
  });

  it.runIf(hasRedis)('Redis that answers is told of', async () => {
    const redis = await startRedis();
    const argv = ['--sandbox', '--redis-url', `redis://127.0.0.1:${redis.port}`];
    expect((await examine({ argv })).ids).toContain('redis.ok');
    await redis.stop('SIGTERM');
  });

  it('the port is free, ours, taken by another program, or not to be had', async () => {
    const on = (argv: readonly string[]) => examine({ argv: ['--sandbox', ...argv] });
    const ours = await answering('ok\n');
    const other = await answering('hello');
    expect((await on(['--port', String(ours.port)])).ids).toContain('port.ours');
    expect((await on(['--port', String(other.port)])).ids).toContain('port.taken');
    other.close();
    ours.close();
    expect((await on(['--port', String(other.port)])).ids).toContain('port.free');
    expect((await on(['--port', '8080', '--host', '192.0.2.1'])).ids).toContain('port.refused');
  });
});

describe('the clients of the machine', () => {
  const cursor = (home: string, servers: object) =>
    write(join(home, '.cursor', 'mcp.json'), JSON.stringify({ mcpServers: servers }));
  const starts = (program: string, env: object = {}) => ({
    digitalocean: { command: process.execPath, args: [program], env },
  });

  it('are told of with the server started as they would', async () => {
    const home = newFolder();
    cursor(home, starts(serverProgram(home, { tools: 74 })));
    const { findings } = await examine({ ...sandbox, home });
    expect(findings.find(({ id }) => id === 'client.works')?.found).toMatch(
      /^Cursor \(digitalocean\) starts it, and lists 74 tools after \d+\.\d s\.$/,
    );
  });

  it('have a token of their own where there is none here; a server that lists nothing is told of', async () => {
    const home = newFolder();
    cursor(home, starts(serverProgram(home, { tools: 0 })));
    const { findings } = await examine({ home, argv: ['--api-url', 'http://127.0.0.1:9'] });
    expect(findings.find(({ id }) => id === 'token.elsewhere')?.found).toMatch(
      /Cursor may have one/,
    );
    expect(findings.find(({ id }) => id === 'client.nothing_listed')?.level).toBe('warning');
  });

  it('block where the server does not start, with its last word', async () => {
    const home = newFolder();
    cursor(home, starts(serverProgram(home, { ends: 'There is no DigitalOcean token.' })));
    const { findings, code } = await examine({ ...sandbox, home });
    expect(findings.find(({ id }) => id === 'client.fails')?.found).toMatch(
      /it ended with 2: There is no DigitalOcean token\.$/,
    );
    expect(code).toBe(1);
    cursor(home, { digitalocean: { command: 'no-such-program', args: ['do-mcp'] } });
    expect(
      (await examine({ ...sandbox, home })).findings.find(({ id }) => id === 'client.fails')?.found,
    ).toMatch(/there is no program no-such-program on the PATH/);
  });

  it('may refer to what is not set, ask for it, have it off, or have half an entry', async () => {
    const home = newFolder();
    const program = serverProgram(home, { tools: 1 });
    const seen = async (entry: object) => {
      cursor(home, { digitalocean: entry });
      return (await examine({ ...sandbox, home })).ids;
    };
    const base = { command: process.execPath, args: [program] };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Cursor and VS Code write it
    const variable = '${env:NO_SUCH_VARIABLE}';
    expect(await seen({ ...base, env: { DIGITALOCEAN_TOKEN: variable } })).toContain(
      'client.missing_variable',
    );
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Cursor and VS Code write it
    expect(await seen({ ...base, env: { DIGITALOCEAN_TOKEN: '${input:token}' } })).toContain(
      'client.not_tried',
    );
    expect(await seen({ ...base, disabled: true })).toContain('client.off');
    expect(await seen({ args: ['digitalocean-scoped-mcp'] })).toContain('client.half');
  });

  it('do not see what only a shell has set, when they are started from a desktop', async () => {
    const home = newFolder();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Cursor writes it
    const env = { DIGITALOCEAN_TOKEN: '${env:DIGITALOCEAN_TOKEN}' };
    cursor(home, starts(serverProgram(home, { tools: 1 }), env));
    const environment = { DIGITALOCEAN_TOKEN: 'sandbox' };
    const { findings } = await examine({ ...sandbox, home, environment });
    expect(findings.find(({ id }) => id === 'client.missing_variable')?.found).toMatch(
      /DIGITALOCEAN_TOKEN: set in this shell, and not for a client that is started from a desktop/,
    );
  });

  it('with a token in their file are warned of, and --fix closes a file that others may read', async () => {
    const home = newFolder();
    const file = cursor(
      home,
      starts(serverProgram(home, { tools: 1 }), { DIGITALOCEAN_TOKEN: someToken }),
    );
    chmodSync(file, 0o644);
    const { ids, printed } = await examine({ ...sandbox, home });
    expect(ids).toEqual(expect.arrayContaining(['client.token_in_file', 'client.file_rights']));
    expect(printed).not.toContain(someToken);
    await examine({ argv: ['--sandbox', '--fix'], home });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('whose file is broken are named with the place', async () => {
    const home = newFolder();
    write(join(home, '.cursor', 'mcp.json'), '{ "mcpServers": {,} }');
    expect((await examine({ ...sandbox, home })).ids).toContain('client.unreadable');
  });

  it('that have another server for DigitalOcean are told of', async () => {
    const home = newFolder();
    cursor(home, { theirs: { command: 'npx', args: ['-y', '@digitalocean/mcp'] } });
    const { findings } = await examine({ ...sandbox, home });
    expect(findings.find(({ id }) => id === 'other.server')?.found).toMatch(
      /Cursor also has "theirs"/,
    );
  });
});
