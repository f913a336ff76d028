// What is shown only once is never lost: not by waiting, not by failing work, not by a disk that is full just then.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { createKeeper } from '../../src/secrets/keeper.ts';
import { createKnownFiles, mostOfProcess } from '../../src/secrets/known-files.ts';
import { openSecretsFolder, type SecretsFolder } from '../../src/secrets/secrets-folder.ts';
import { closeToOthers } from '../../src/secrets/windows-rights.ts';
import { toolNamed } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createRecordingTransport } from '../recording-transport.ts';
import { answeredWith } from '../server/answering.ts';
import { filesIn, secret } from './kit.ts';

const id = '4de7ac8b-495b-4884-9a69-1050c6793cd6';

/** Creates an inference endpoint, whose first token only the reply to its creation holds, and waits for it. */
const createAndWait = async (folder: string, ends: string) => {
  const clock = createJumpingClock(() => 0);
  const inference = (status: string) => ({ dedicated_inference: { id, status } });
  const transport = createRecordingTransport({
    reply: ({ method, url }) => {
      if (url.pathname === '/v2/account') return { body: { account: {} } };
      return method === 'POST'
        ? { status: 202, body: { ...inference('new'), token: { value: secret } } }
        : { body: inference(ends) };
    },
  });
  const agent = await answeredWith(() => ({}), {
    transport,
    clock,
    argv: ['--secrets-dir', folder, '--scopes', 'api:write', '--confirm', 'never'],
  });
  const { least } = exampleArguments(toolNamed('dedicated_inferences_create'));
  return agent.call('dedicated_inferences_create', { ...least, wait_seconds: 45 });
};

describe('a credential that only the first reply holds', () => {
  it.each([
    ['active', false],
    ['error', true],
  ])('is in its file although the answer is about work that ended %s', async (ends, isError) => {
    const folder = temporaryFolder();
    const reply = await createAndWait(folder, ends);
    expect(reply.isError, reply.text).toBe(isError);
    const [file = ''] = filesIn(folder);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(secret);
    expect(reply.text).toContain(join(folder, file));
    expect(reply.text).not.toContain(secret);
  });
});

const folderAt = (path: string): SecretsFolder => ({
  path,
  reserve: () => () => {},
  sweep: () => {},
});

describe('a file that cannot be written', () => {
  const matter = {
    kind: 'spaces_keys',
    subject: 'backup',
    form: undefined,
    discloses: true,
    once: true,
    now: () => 0,
  };
  const taken = { text: secret, subject: undefined, place: ['secret_key'] };

  it('is tried again with the room that was held for it', () => {
    const path = join(temporaryFolder(), 'kept');
    const folder = folderAt(path);
    const keeper = createKeeper(
      { open: () => folder, release: () => mkdirSync(path), known: createKnownFiles() },
      matter,
    );
    const mark = keeper.keep(taken);
    const [file = ''] = filesIn(path);
    expect(mark).toBe(`[written by do-mcp to ${join(path, file)}]`);
    expect(readFileSync(join(path, file), 'utf8')).toBe(secret);
  });

  it('leaves its value redacted, and the answer says why', () => {
    const path = join(temporaryFolder(), 'gone');
    const folder = folderAt(path);
    const keeper = createKeeper(
      { open: () => folder, release: () => {}, known: createKnownFiles() },
      matter,
    );
    expect(keeper.keep(taken)).toBeUndefined();
    expect(keeper.said()).toEqual([
      'Some were not written: the file could not be written (ENOENT).',
    ]);
  });

  it('is not written where it is larger than any credential', () => {
    const path = temporaryFolder();
    const folder = folderAt(path);
    const keeper = createKeeper(
      { open: () => folder, release: () => {}, known: createKnownFiles() },
      matter,
    );
    expect(keeper.keep({ ...taken, text: 'x'.repeat(256 * 1024 + 1) })).toBeUndefined();
    for (let at = 0; at < 6; at += 1)
      keeper.keep({ ...taken, text: `${at}`.padEnd(200 * 1024, 'x') });
    // Five of them are a megabyte.
    expect(filesIn(path)).toHaveLength(5);
  });

  it('is not written by a process that has written thousands', () => {
    const path = temporaryFolder();
    const folder = folderAt(path);
    const all = createKnownFiles(mostOfProcess - 1);
    const keeper = createKeeper({ open: () => folder, release: () => {}, known: all }, matter);
    expect(keeper.keep(taken)).toBeDefined();
    expect(keeper.keep({ ...taken, text: 'another' })).toBeUndefined();
    expect(keeper.said().join(' ')).toContain('5000 files');
  });
});

describe('room that a killed process held', () => {
  it('is taken away at the next start, and what others hold is not', () => {
    const path = temporaryFolder();
    const folder = openSecretsFolder(path);
    folder.reserve();
    folder.sweep(Date.now());
    expect(filesIn(path)).toHaveLength(1);
    folder.sweep(Date.now() + 2 * 60 * 60 * 1_000);
    expect(filesIn(path)).toEqual([]);
  });
});

describe('a new folder on Windows', () => {
  it('is taken out of its parents’ rights, and given to its user alone', () => {
    const runs: (readonly string[])[] = [];
    closeToOthers('C:\\kept', (file, words) => runs.push([file, ...words]));
    expect(runs).toHaveLength(1);
    expect(runs[0]?.[0]).toMatch(/icacls\.exe$/);
    expect(runs[0]?.slice(1)).toEqual([
      'C:\\kept',
      '/inheritance:r',
      '/grant:r',
      expect.stringMatching(/^.+:\(OI\)\(CI\)F$/),
    ]);
  });
});
