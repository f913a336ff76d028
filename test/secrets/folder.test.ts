// The folder of --secrets-dir: who may look into it, when it is tried, and who is offered what goes there.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSecretsFolder } from '../../src/secrets/secrets-folder.ts';
import { runProgram } from '../commands/run-program.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createRecordingTransport } from '../recording-transport.ts';
import { answeredWith } from '../server/answering.ts';
import { cluster, database, filesIn, keeping, key, modeOf, place, secret } from './kit.ts';

describe('the mark of what was written', () => {
  it('is refused as an argument, so that it is never written back', async () => {
    const { agent, sent } = await keeping(temporaryFolder(), {});
    const mark = '[written by do-mcp to /home/me/x]';
    const { answer } = await agent.call('domains_create_record', {
      domain_name: 'example.com',
      type: 'TXT',
      name: '@',
      data: `v=${mark}`,
    });
    expect(answer['error']).toMatchObject({ code: 'invalid_arguments' });
    expect(sent).toEqual([]);
  });
});

describe('the folder', () => {
  const create = { name: 'backup', grants: [] };

  it('is tried before anything is sent: what is shown once is never lost', async () => {
    const folder = join(temporaryFolder(), 'kept');
    const { agent, sent } = await keeping(folder, { key });
    writeFileSync(folder, 'a file now');
    const { answer } = await agent.call('spaces_key_create', create);
    expect(answer['error']).toMatchObject({
      code: 'secrets_folder',
      message: expect.stringContaining('Nothing was sent'),
    });
    expect(sent).toEqual([]);
    // What gives nothing away goes on.
    expect((await agent.call('spaces_key_list')).isError).toBe(false);
  });

  it('holds nothing but files of credentials once a call has ended, well or not', async () => {
    const folder = temporaryFolder();
    const { agent } = await keeping(folder, () => ({
      status: 422,
      body: { id: 'x', message: 'no' },
    }));
    expect((await agent.call('spaces_key_create', create)).isError).toBe(true);
    expect(filesIn(folder)).toEqual([]);
  });

  it('that is empty is closed to others; one with something in it has to be closed by its owner', () => {
    const folder = join(temporaryFolder(), 'open');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    openSecretsFolder(folder);
    expect(modeOf(folder)).toBe(0o700);
    writeFileSync(join(folder, 'mine'), '');
    chmodSync(folder, 0o750);
    expect(() => openSecretsFolder(folder)).toThrow(/chmod 700/);
    expect(modeOf(folder)).toBe(0o750);
  });

  it('belongs to the user of the server', () => {
    const folder = join(temporaryFolder(), 'kept');
    openSecretsFolder(folder);
    expect(() => openSecretsFolder(folder, statSync(folder).uid + 1)).toThrow(/another user/);
  });

  it('is no link, no file, and not below what everybody may change', () => {
    const room = temporaryFolder();
    mkdirSync(join(room, 'real'), { mode: 0o700 });
    symlinkSync(join(room, 'real'), join(room, 'link'));
    expect(() => openSecretsFolder(join(room, 'link'))).toThrow(/link/);
    writeFileSync(join(room, 'file'), '');
    expect(() => openSecretsFolder(join(room, 'file'))).toThrow(/not a folder/);
    expect(() => openSecretsFolder(join(room, 'file', 'below'))).toThrow(/Nothing can be written/);
    mkdirSync(join(room, 'public'));
    chmodSync(join(room, 'public'), 0o777);
    expect(() => openSecretsFolder(join(room, 'public', 'kept'))).toThrow(/everybody/);
  });

  it.each([['stdio'], ['http', '--port', '0']])(
    'that cannot be used keeps %s from starting, with a sentence',
    async (...command) => {
      const folder = join(temporaryFolder(), 'kept');
      writeFileSync(folder, '');
      const { code, said } = await runProgram([...command, '--sandbox', '--secrets-dir', folder]);
      expect([code, said]).toEqual([2, expect.stringMatching(/--secrets-dir: .*not a folder/)]);
    },
  );

  it.each([
    ['token', /--secrets-dir .*--auth token/],
    ['agents', /--secrets-dir .*--auth agents/],
  ])('is for the person’s own machine: http --auth %s is refused with it', async (auth, says) => {
    const argv = ['http', '--sandbox', '--auth', auth, '--secrets-dir', temporaryFolder()];
    const { code, said } = await runProgram([...argv, '--policy', 'agents.json', '--port', '0']);
    expect([code, said]).toEqual([2, expect.stringMatching(says)]);
  });

  it('is not made by who only looks at what would be served', async () => {
    const folder = join(temporaryFolder(), 'kept');
    const { code } = await runProgram(['tools', '--sandbox', '--secrets-dir', folder]);
    expect([code, existsSync(folder)]).toEqual([0, false]);
  });

  it('is written to without following a link that waits under a file’s name', async () => {
    const folder = temporaryFolder();
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    const clock = { now: () => Date.UTC(2026, 10, 25, 13, 41), sleep: async () => {} };
    const name = 'spaces_keys-backup-20261125T134100Z-secret_key';
    symlinkSync(elsewhere, join(folder, name));
    const transport = createRecordingTransport({ reply: () => ({ body: { key } }) });
    const agent = await answeredWith(() => ({}), {
      transport,
      clock,
      argv: ['--secrets-dir', folder, '--scopes', 'api:write'],
    });
    const { answer } = await agent.call('spaces_key_create', create);
    expect(existsSync(elsewhere)).toBe(false);
    expect(place(answer['secret_key'])).toBe(join(folder, `${name}-2`));
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
  });
});

describe('credential-only tools', () => {
  const names = async (...argv: readonly string[]) => {
    const { agent } = await keeping(temporaryFolder(), {}, ...argv);
    return (await agent.list()).map(({ name }) => name);
  };

  it('are offered without --allow-secrets, and stay hidden from whoever only reads', async () => {
    expect(await names('--areas', 'all')).toEqual(
      expect.arrayContaining(['kubernetes_get_kubeconfig', 'spaces_key_create']),
    );
    expect(await names('--areas', 'all', '--read-only')).not.toContain('kubernetes_get_kubeconfig');
  });

  it('keep their credentials out of answer and folder with --read-only', async () => {
    const folder = temporaryFolder();
    const { agent } = await keeping(folder, { database }, '--read-only');
    const { text } = await agent.call('databases_get_cluster', cluster);
    expect(text).not.toContain(secret);
    expect(filesIn(folder)).toEqual([]);
  });

  it('are not offered while the scopes are unknown', async () => {
    const folder = temporaryFolder();
    const agent = await answeredWith(() => ({}), {
      transport: createRecordingTransport({
        tokenInfo: { status: 503 },
        reply: () => ({ body: { database } }),
      }),
      argv: ['--secrets-dir', folder],
    });
    const { text, isError } = await agent.call('databases_get_cluster', cluster);
    expect([isError, text.includes(secret), filesIn(folder)]).toEqual([false, false, []]);
  });
});

describe('--secrets-dir', () => {
  it('contradicts --allow-secrets, whichever way they are given', async () => {
    await expect(keeping(temporaryFolder(), {}, '--allow-secrets')).rejects.toThrow(
      /--allow-secrets.*--secrets-dir.*Leave out one/,
    );
  });
});
