// do-mcp doctor: what it finds of the state folder and of the record.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { record as recordWeek } from '../record/week.ts';
import { examine, newFolder, type Start, write } from './stand-in.ts';

const sandbox: Start = { argv: ['--sandbox'] };

describe('the state folder', () => {
  it('that is not there yet is made by --fix alone', async () => {
    const home = newFolder();
    expect((await examine({ ...sandbox, home })).ids).toContain('state.not_yet');
    expect(existsSync(join(home, 'state'))).toBe(false);
    await examine({ argv: ['--sandbox', '--fix'], home });
    expect(statSync(join(home, 'state')).mode & 0o777).toBe(0o700);
    expect((await examine({ ...sandbox, home })).ids).toContain('state.ok');
  });

  it('that cannot be made, or is a file, blocks', async () => {
    const home = newFolder();
    write(join(home, 'state'), '');
    const { code, ids } = await examine({ ...sandbox, home });
    expect(ids).toContain('state.unwritable');
    expect(code).toBe(1);
  });

  it('that is open to others, with a key that is, is closed by --fix', async () => {
    const home = newFolder();
    const key = write(join(home, 'state', 'state-key'), `${'0'.repeat(64)}\n`);
    chmodSync(join(home, 'state'), 0o755);
    chmodSync(key, 0o640);
    expect((await examine({ ...sandbox, home })).ids).toEqual(
      expect.arrayContaining(['state.rights', 'state.key_rights']),
    );
    const { code } = await examine({ argv: ['--sandbox', '--fix'], home });
    expect(code).toBe(0);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'state')).mode & 0o777).toBe(0o700);
  });

  it('with a key that is none blocks, and is left as it is', async () => {
    const home = newFolder();
    mkdirSync(join(home, 'state'), { mode: 0o700 });
    const key = write(join(home, 'state', 'state-key'), 'no key');
    expect((await examine({ argv: ['--sandbox', '--fix'], home })).ids).toContain(
      'state.key_broken',
    );
    expect(readFileSync(key, 'utf8')).toBe('no key');
  });

  it('with the switch turned tells who has stopped changes', async () => {
    const home = newFolder();
    write(
      join(home, 'state', 'changes-stopped'),
      JSON.stringify({ by: 'sam', at: 1_790_000_000_000 }),
    );
    const { findings } = await examine({ ...sandbox, home });
    expect(findings.find(({ id }) => id === 'changes.stopped')?.found).toMatch(
      /since 2026.*by sam/,
    );
  });
});

describe('the record', () => {
  it('is verified, and told of where it was touched or a change has no end', async () => {
    const recording = recordWeek();
    await recording.call({ agent: 'one', tool: 'domains_create', given: { name: 'example.com' } });
    await recording.close();
    const argv = ['--sandbox', ...recording.place];
    const whole = await examine({
      argv: argv.slice(0, 3),
      home: join(recording.place[3] ?? '', '..'),
    });
    expect(whole.ids).toContain('record.ok');
    const [, file = ''] = recording.place;
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const end = lines.findIndex((line) => line.includes('"outcome"'));
    writeFileSync(file, `${lines.slice(0, end).join('\n')}\n`);
    const touched = await examine({
      argv: argv.slice(0, 3),
      home: join(recording.place[3] ?? '', '..'),
    });
    expect(touched.ids).toEqual(expect.arrayContaining(['record.touched', 'record.open_changes']));
  });

  it('that is switched off is told of', async () => {
    expect((await examine({ argv: ['--sandbox', '--audit', 'off'] })).ids).toContain('record.off');
  });

  it('that cannot be written blocks', async () => {
    const home = newFolder();
    write(join(home, 'file'), '');
    const { ids, code } = await examine({
      argv: ['--sandbox', '--audit', join(home, 'file', 'x.jsonl')],
      home,
    });
    expect(ids).toContain('record.unwritable');
    expect(code).toBe(1);
  });

  it('with a lock that a process has left has it taken away by --fix', async () => {
    const home = newFolder();
    const lock = write(join(home, 'a.jsonl.ledger.lock'), `4194303 ${hostname()} 1\n`);
    utimesSync(lock, 1, 1);
    const argv = ['--sandbox', '--audit', join(home, 'a.jsonl')];
    expect((await examine({ argv, home })).ids).toContain('record.stale_lock');
    expect(existsSync(lock)).toBe(true);
    await examine({ argv: [...argv, '--fix'], home });
    expect(existsSync(lock)).toBe(false);
  });
});
