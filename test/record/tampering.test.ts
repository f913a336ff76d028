// Whatever somebody does to a record without its key is found.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder, recordedAgent, type Verdict, verifyRecord } from './recorded.ts';

/** Two files of one record, since two processes were at it at once, as they were left. */
let original = '';

/** A record in a folder of its own, to be touched. */
interface Copy {
  readonly folder: string;
  /** The file that the first process wrote. */
  readonly first: string;
  /** The one that the other wrote beside it. */
  readonly second: string;
  readonly ledger: string;
  /** An older state of everything. */
  readonly older: string;
}

let second = '';

const copy = (): Copy => {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    first: at('audit.jsonl'),
    second: at(second),
    ledger: at('audit.jsonl.ledger'),
    older: at('older'),
  };
};

const verdictOn = (folder: string): Promise<Verdict> =>
  verifyRecord(['--audit', join(folder, 'audit.jsonl'), '--state-dir', join(folder, 'state')]);

const linesIn = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
const write = (file: string, lines: readonly string[]): void =>
  writeFileSync(file, `${lines.join('\n')}\n`);

const hashOf = (line: string): string => createHash('sha256').update(line).digest('hex');

/** Numbers and binds lines anew, as anybody can. */
const chainedAnew = (lines: readonly string[]): readonly string[] => {
  let prev = '0'.repeat(64);
  return lines.map((line, index) => {
    const { seq: _, prev: __, ...rest } = JSON.parse(line);
    const made = JSON.stringify({ seq: index + 1, prev, ...rest });
    prev = hashOf(made);
    return made;
  });
};

const lineLike = (line: string): string => line.replace(/"name":"[a-z]+"/, '"name":"other"');

beforeAll(async () => {
  original = newFolder();
  const one = await recordedAgent(original);
  const other = await recordedAgent(original);
  await one.call('tags_create', { name: 'red' });
  await other.call('tags_create', { name: 'green' });
  cpSync(original, join(newFolder(), 'copy'), { recursive: true });
  for (const name of ['blue', 'black', 'white']) {
    await one.call('tags_create', { name });
    await one.call('droplets_list');
  }
  await other.call('droplets_list');
  const older = newFolder();
  cpSync(original, older, { recursive: true });
  await other.close();
  await one.call('tags_create', { name: 'grey' });
  await one.close();
  cpSync(older, join(original, 'older'), { recursive: true });
  const ledger = JSON.parse(readFileSync(join(original, 'audit.jsonl.ledger'), 'utf8'));
  second = ledger.files.find(({ file }: { file: string }) => file !== 'audit.jsonl').file;
});

describe('a record that nobody has touched', () => {
  it('is whole, both files of it', async () => {
    expect(await verdictOn(original)).toMatchObject({
      code: 0,
      sound: true,
      findings: [],
      open: [],
      notes: [],
      files: 2,
    });
  });
});

const touches: readonly (readonly [string, (record: Copy) => void, string])[] = [
  [
    'a line is altered',
    ({ first }) =>
      write(
        first,
        linesIn(first).map((line, at) => (at === 3 ? lineLike(line) : line)),
      ),
    'altered',
  ],
  [
    'the last line is altered',
    ({ first }) =>
      write(first, [...linesIn(first).slice(0, -1), lineLike(linesIn(first)[3] ?? '')]),
    'altered',
  ],
  [
    'a line is altered and all behind it are bound anew',
    ({ first }) =>
      write(
        first,
        chainedAnew(linesIn(first).map((line, at) => (at === 3 ? lineLike(line) : line))),
      ),
    'altered',
  ],
  [
    'a line is put in',
    ({ first }) => write(first, linesIn(first).toSpliced(3, 0, linesIn(first)[1] ?? '')),
    'altered',
  ],
  [
    'a line is put in and all behind it are bound anew',
    ({ first }) =>
      write(first, chainedAnew(linesIn(first).toSpliced(3, 0, linesIn(first)[1] ?? ''))),
    'altered',
  ],
  ['a line is taken out', ({ first }) => write(first, linesIn(first).toSpliced(3, 1)), 'altered'],
  [
    'a line is taken out and all behind it are bound anew',
    ({ first }) => write(first, chainedAnew(linesIn(first).toSpliced(3, 1))),
    'cut',
  ],
  [
    'two lines change places',
    ({ first }) => {
      const [a = '', b = '', c = '', d = '', ...rest] = linesIn(first);
      write(first, [a, b, d, c, ...rest]);
    },
    'altered',
  ],
  ['the last line is cut off', ({ first }) => write(first, linesIn(first).slice(0, -1)), 'cut'],
  ['half of it is cut off', ({ first }) => write(first, linesIn(first).slice(0, 5)), 'cut'],
  [
    'it is cut in the middle of a line',
    ({ first }) => truncateSync(first, readFileSync(first).length - 20),
    'cut',
  ],
  ['it is emptied', ({ first }) => writeFileSync(first, ''), 'cut'],
  [
    'lines are put behind the end, well bound',
    ({ first }) => {
      const lines = linesIn(first);
      write(first, chainedAnew([...lines, lines[2] ?? '', lines[3] ?? '']));
    },
    'beyond_head',
  ],
  [
    'one line is put behind the end of a closed file, well bound',
    ({ second: file }) => {
      const lines = linesIn(file);
      write(file, chainedAnew([...lines, lines[2] ?? '']));
    },
    'beyond_head',
  ],
  [
    'something that is no line is put behind the end',
    ({ second: file }) => writeFileSync(file, `${readFileSync(file, 'utf8')}{"seq":1}`),
    'altered',
  ],
  ['a whole file is taken away', ({ second: file }) => rmSync(file), 'file_missing'],
  [
    'a whole file is taken away, with its head',
    ({ second: file }) => {
      rmSync(file);
      rmSync(`${file}.head`);
    },
    'file_missing',
  ],
  [
    'a file is slipped in',
    ({ first, folder }) => {
      cpSync(first, join(folder, 'audit.jsonl.20260101T000000Z.1.abcdef.jsonl'));
      cpSync(`${first}.head`, join(folder, 'audit.jsonl.20260101T000000Z.1.abcdef.jsonl.head'));
    },
    'file_unknown',
  ],
  [
    'two files change their names',
    ({ first, second: file, folder }) => {
      for (const end of ['', '.head']) {
        renameSync(`${first}${end}`, join(folder, 'aside'));
        renameSync(`${file}${end}`, `${first}${end}`);
        renameSync(join(folder, 'aside'), `${file}${end}`);
      }
    },
    'head_not_ours',
  ],
  ['the head is taken away', ({ first }) => rmSync(`${first}.head`), 'head_missing'],
  [
    'the head is altered to fit what is left',
    ({ first }) => {
      const left = linesIn(first).slice(0, 5);
      write(first, left);
      const head = JSON.parse(readFileSync(`${first}.head`, 'utf8'));
      const hash = hashOf(left[4] ?? '');
      writeFileSync(
        `${first}.head`,
        JSON.stringify({ ...head, count: 5, hash, upTo: 5, upToHash: hash }),
      );
    },
    'head_not_ours',
  ],
  [
    'an older head is put back, with the lines that it knew',
    ({ first, older }) => {
      for (const end of ['', '.head']) cpSync(join(older, `audit.jsonl${end}`), `${first}${end}`);
    },
    'rolled_back',
  ],
  [
    'an older head is put back beside all lines',
    ({ first, older }) => cpSync(join(older, 'audit.jsonl.head'), `${first}.head`),
    'beyond_head',
  ],
  [
    'an older file and the older ledger are put back',
    ({ first, ledger, older }) => {
      // The other file goes further than this ledger ever heard of, and so nothing fits.
      cpSync(join(older, 'audit.jsonl.ledger'), ledger);
      rmSync(first);
    },
    'file_missing',
  ],
  ['the ledger is taken away', ({ ledger }) => rmSync(ledger), 'ledger_missing'],
  [
    'a file is struck out of the ledger',
    ({ ledger }) => {
      const { files, ...rest } = JSON.parse(readFileSync(ledger, 'utf8'));
      writeFileSync(ledger, JSON.stringify({ files: files.slice(0, 1), ...rest }));
    },
    'ledger_not_ours',
  ],
];

describe('a record is not whole when', () => {
  it.each(touches)('%s', async (_name, touch, what) => {
    const record = copy();
    touch(record);
    const verdict = await verdictOn(record.folder);
    expect(verdict.code).toBe(1);
    expect(verdict.sound).toBe(false);
    expect(verdict.findings.map((finding) => finding.what)).toContain(what);
  });

  it('it is verified with another key', async () => {
    const { folder } = copy();
    rmSync(join(folder, 'state'), { recursive: true });
    const { sound, findings } = await verdictOn(folder);
    expect(sound).toBe(false);
    expect(findings.map(({ what }) => what)).toContain('ledger_not_ours');
  });
});

describe('a process that goes on after the record was touched', () => {
  const oneOfEach = touches.filter(
    ([, , what], at) => at === touches.findLastIndex((other) => other[2] === what),
  );
  it.each([...oneOfEach, ...touches.filter(([name]) => name.includes('older head'))])(
    'leaves it to be found that %s',
    async (_name, touch) => {
      const record = copy();
      touch(record);
      const agent = await recordedAgent(record.folder);
      await agent.call('tags_create', { name: 'later' });
      await agent.close();
      expect((await verdictOn(record.folder)).sound).toBe(false);
    },
  );
});
