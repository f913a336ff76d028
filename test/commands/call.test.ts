// do-mcp call: one call from the command line, by the same road, questions and record as an agent's.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Keyboard } from '../../src/terminal/keyboard.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { runAtTerminal, runProgram } from './run-program.ts';

const call = async (...argv: readonly string[]) => {
  const { code, printed, said } = await runProgram(['call', ...argv, '--sandbox']);
  return { code, said, answer: printed === '' ? null : (JSON.parse(printed) as unknown) };
};

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'call-')), 'value');
  writeFileSync(path, text);
  return path;
};

const preview = async (...argv: readonly string[]) => {
  const { answer } = await call(...argv, '--dry-run');
  return (answer as { readonly request: { readonly body: unknown; readonly path: string } })
    .request;
};

describe('the arguments of a call', () => {
  it('are read as the schema wants them: numbers, switches, lists, objects', async () => {
    const { body } = await preview(
      'droplets_create',
      'names=web-1,web-2',
      'region=nyc3',
      'size=s-1vcpu-1gb',
      'image=ubuntu-24-04-x64',
      'monitoring=true',
      'backup_policy={"plan":"weekly","weekday":"SUN","hour":0}',
      'backups=true',
    );
    expect(body).toMatchObject({
      names: ['web-1', 'web-2'],
      monitoring: true,
      backup_policy: { plan: 'weekly', weekday: 'SUN', hour: 0 },
    });
  });

  it('may stand in files, and in --args beneath those that have a word', async () => {
    const { body } = await preview(
      'tags_create',
      `name=@${file('from-a-file\n')}`,
      '--args',
      '{"name":"from-args"}',
    );
    expect(body).toEqual({ name: 'from-a-file' });
    const whole = await preview('tags_create', '--args', `@${file('{"name":"whole"}')}`);
    expect(whole.body).toEqual({ name: 'whole' });
  });

  it.each([
    [['tags_create', 'web'], /"web" is no argument\. Arguments are written key=value/],
    [['tags_create', 'name=a', 'name=b'], /name is given twice/],
    [['tags_create', '--args', '[1]'], /--args must be an object/],
    [['tags_create', '--args', '{"name":'], /--args is not valid JSON/],
    [['tags_create', 'name=@/not/there'], /name: The file \/not\/there is not there/],
    [['tags_creat', 'name=a'], /There is no tool "tags_creat"\. Did you mean tags_create\?/],
    [[], /do-mcp call needs <tool>/],
  ] as const)('%j is refused before anything is sent', async (argv, reason) => {
    const { code, said, answer } = await call(...argv);
    expect(said).toMatch(reason);
    expect(answer).toBeNull();
    expect(code).toBe(2);
  });
});

describe('the answer', () => {
  it('is the one that an agent gets, as one line in a pipe', async () => {
    const { code, answer, said } = await call('droplets_list', 'fields=id,name');
    expect(answer).toMatchObject({
      items: expect.arrayContaining([{ id: 500_000_001, name: 'web-01' }]),
    });
    expect(said).toBe('');
    expect(code).toBe(0);
  });

  it('is readable, and no wider than the terminal, for a person', async () => {
    const { printed } = await runAtTerminal(['call', 'droplets_list', '--sandbox']);
    expect(printed.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(JSON.parse(printed)).toMatchObject({ returned: expect.any(Number) });
  });

  it('of a tool of our own is the same', async () => {
    expect((await call('account_inventory', 'max_items=2')).answer).toMatchObject({
      items: expect.any(Array),
    });
  });

  it('is an error with a code of its own for a mistake of the caller', async () => {
    const { code, answer } = await call('droplets_get', 'droplet_id=x');
    expect(answer).toMatchObject({ error: { code: 'invalid_arguments' } });
    expect(code).toBe(2);
  });

  it.each([
    [['droplets_get', 'droplet_id=1'], 'not_found'],
    [['tags_create', 'name=a', '--read-only'], 'not_allowed'],
  ] as const)('of a call that fails ends with 1: %j', async (argv, word) => {
    const { code, answer } = await call(...argv);
    expect(answer).toMatchObject({ error: { code: expect.stringContaining(word) } });
    expect(code).toBe(1);
  });

  it('says in sentences what is wrong, for a person', async () => {
    const { code, said, printed } = await runAtTerminal([
      'call',
      'tags_create',
      'name=a',
      '--read-only',
      '--sandbox',
    ]);
    expect(printed).toBe('');
    expect(said).toMatch(/read-only/);
    expect(code).toBe(1);
  });
});

const typing = (answer: string | undefined): Keyboard & { readonly asked: readonly string[] } => {
  const asked: string[] = [];
  const ask = async (prompt: string): Promise<string | undefined> => {
    asked.push(prompt);
    return answer;
  };
  return { isThere: true, asked, ask, askHidden: ask };
};

const destroy = (folder: string) => [
  'call',
  'droplets_destroy',
  'droplet_id=500000001',
  '--sandbox',
  '--confirm',
  'ask',
  '--state-dir',
  folder,
];

describe('a call that needs a person', () => {
  it('waits in a pipe, and says how to answer', async () => {
    const { code, printed } = await runProgram(destroy(newStateFolder()));
    expect(JSON.parse(printed)).toMatchObject({
      error: {
        code: 'approval_pending',
        next: expect.stringContaining('do-mcp approvals approve'),
      },
    });
    expect(code).toBe(3);
  });

  it('asks at the terminal, and is made once the name was typed', async () => {
    const keyboard = typing('web-01');
    const { code, said } = await runAtTerminal(
      destroy(newStateFolder()),
      80,
      { NO_COLOR: '1' },
      keyboard,
    );
    expect(said).toContain('do-mcp call wants to call droplets_destroy');
    expect(keyboard.asked).toEqual(['Type web-01 to agree: ']);
    expect(code).toBe(0);
  });

  it.each([['no'], [undefined]])('stays undone when %j is typed', async (answer) => {
    const { code, said } = await runAtTerminal(
      destroy(newStateFolder()),
      80,
      { NO_COLOR: '1' },
      typing(answer),
    );
    expect(said).toContain('Not agreed to. The question stays open:');
    expect(said).toContain('do-mcp approvals approve');
    expect(code).toBe(3);
  });

  it('is on record with its name and its answer', async () => {
    const folder = newStateFolder();
    const audit = join(folder, 'audit.log');
    const argv = [...destroy(folder), '--audit', audit];
    await runAtTerminal(argv, 80, { NO_COLOR: '1' }, typing('web-01'));
    const place = ['--audit', audit, '--state-dir', folder];
    const { printed } = await runProgram(['audit', 'export', ...place]);
    expect(printed).toContain('do-mcp call');
    expect(printed).toContain('"terminal"');
  });
});
