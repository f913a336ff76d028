// The commands about agents and policies: who there is, what a policy says of a call, and taking a key away.
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { fileOf } from './served.ts';

const file = (): string => {
  const path = join(temporaryFolder(), 'agents.json');
  writeFileSync(
    path,
    fileOf({
      free: {},
      dns: {
        grants: [{ areas: ['domains'] }, { areas: ['droplets'], resources: { tags: ['web'] } }],
        rules: [{ areas: ['domains'], access: ['change'], decision: 'allow' }],
      },
    }),
  );
  return path;
};

const check = (path: string, tool: string, given: object, ...more: readonly string[]) =>
  runProgram([
    ...['policy', 'check', '--policy', path, '--tool', tool, '--args', JSON.stringify(given)],
    ...more,
  ]);

describe('do-mcp policy check', () => {
  it('says whether a policy can be used, and where it cannot', async () => {
    const path = file();
    expect(await runProgram(['policy', 'check', '--policy', path])).toMatchObject({
      code: 0,
      said: expect.stringContaining('2 agents, of which 1'),
    });
    writeFileSync(path, readFileSync(path, 'utf8').replace('"areas"', '"area"'));
    expect(await runProgram(['policy', 'check', '--policy', path])).toMatchObject({
      code: 2,
      said: expect.stringMatching(/line 1, column \d+.*did you mean areas/),
    });
  });

  it('tells what holds of a call, and which place says so', async () => {
    const path = file();
    const made = await check(path, 'domains_create', { name: 'a.example' });
    expect(made).toMatchObject({
      code: 0,
      printed: expect.stringContaining('dns: allow (agents.1.rules.0)'),
    });
    expect(made.printed).toContain('free: no_policy');
    const gone = await check(
      path,
      'domains_delete',
      { domain_name: 'a.example' },
      '--agent',
      'dns',
    );
    expect(gone).toMatchObject({
      code: 1,
      printed: expect.stringContaining('dns: deny (no rule)'),
    });
    const read = await check(path, 'droplets_get', { droplet_id: 1 }, '--agent', 'dns');
    expect(read.printed).toContain('depends');
    const list = await check(path, 'droplets_list', {}, '--agent', 'dns');
    expect(list.printed).toContain('only what was given is listed');
  });

  it.each([
    [['--tool', 'domain_list'], /no tool of this name/],
    [['--tool', 'domains_list', '--args', '{'], /no JSON/],
    [['--tool', 'domains_get', '--args', '{}'], /domain_name/],
    [['--tool', 'domains_list', '--agent', 'nobody'], /no agent of this name/],
  ])('refuses %j', async (more, reason) => {
    const { code, said } = await runProgram(['policy', 'check', '--policy', file(), ...more]);
    expect(code).toBe(2);
    expect(said).toMatch(reason);
  });
});

describe('do-mcp policy explain', () => {
  it('tells the tools that are left', async () => {
    const { printed } = await runProgram([
      'policy',
      'explain',
      '--policy',
      file(),
      '--agent',
      'dns',
    ]);
    expect(printed).toContain('2 grants, and 1 rules');
    expect(printed).toContain('domains_create');
    expect(printed).toMatch(/to destroy: none/);
    expect(printed).not.toContain('volumes_list');
  });
});

describe('do-mcp agent', () => {
  it('lists agents with what holds them, and no key', async () => {
    const { printed } = await runProgram(['agent', 'list', '--policy', file()]);
    expect(printed).toMatch(/free +write +all areas +no policy/);
    expect(printed).toMatch(/dns +write +all areas +2 grants, 1 rules/);
    expect(printed).not.toContain('sha256');
  });

  it('takes one out, and leaves the other as it stands', async () => {
    const path = file();
    const [, dns] = JSON.parse(readFileSync(path, 'utf8')).agents;
    expect((await runProgram(['agent', 'revoke', 'free', '--policy', path])).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8')).agents).toEqual([dns]);
    expect((await runProgram(['agent', 'revoke', 'free', '--policy', path])).code).toBe(2);
  });

  it('makes another key, shown once, and keeps grants and rules', async () => {
    const path = file();
    const [, before] = JSON.parse(readFileSync(path, 'utf8')).agents;
    const { printed } = await runProgram(['agent', 'rotate', 'dns', '--policy', path]);
    const text = readFileSync(path, 'utf8');
    const [, after] = JSON.parse(text).agents;
    expect(printed.trim()).toMatch(/^domcp_/);
    expect(text).not.toContain(printed.trim());
    expect(after.key).not.toBe(before.key);
    expect({ ...after, key: before.key }).toEqual(before);
  });
});

describe('do-mcp agent on a file in YAML', () => {
  const yaml = (text?: string): string => {
    const path = join(temporaryFolder(), 'agents.yaml');
    if (text !== undefined) writeFileSync(path, text);
    return path;
  };
  const key = (digit: string): string => `sha256:${digit.repeat(64)}`;
  const two = `# The team's agents.
version: 1
agents:
  # Nightly builds.
  - name: ci
    key: ${key('a')}
    token: { env: CI } # set by the host
    access: read
  # Domains only.
  - name: dns
    key: ${key('b')}
    token: { env: DNS }
    access: write
    grants:
      - areas: [domains] # nothing else
`;
  const act = (what: string, name: string, path: string) =>
    runProgram(['agent', what, name, '--policy', path]);

  it('adds, renews and takes out, and keeps what people wrote', async () => {
    const path = yaml(two);
    const text = (): string => readFileSync(path, 'utf8');
    expect((await act('add', 'web', path)).code).toBe(0);
    const bare = (one: string): string => one.trimEnd().replaceAll(' ', '');
    expect(bare(text()).startsWith(bare(two))).toBe(true);
    expect(text()).toMatch(/ {2}- name: web\n {4}key: sha256:[0-9a-f]{64}\n/);
    const { printed } = await act('rotate', 'dns', path);
    expect(printed.trim()).toMatch(/^domcp_/);
    expect(text()).not.toContain(key('b'));
    for (const comment of ['# The team', '# set by the host', '# nothing else'])
      expect(text()).toContain(comment);
    expect((await act('revoke', 'ci', path)).code).toBe(0);
    expect(text()).not.toContain(key('a'));
    expect((await runProgram(['agent', 'list', '--policy', path])).printed).toMatch(
      /^dns .*1 grants, 0 rules\nweb /,
    );
  });

  it('begins a file that is not there', async () => {
    const path = yaml();
    expect((await act('add', 'ci', path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^version: 1\nagents:\n {2}- name: ci\n/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('changes nothing where entries refer to one another', async () => {
    const shared = two
      .replace('grants:\n      - areas: [domains]', 'grants: &both\n      - areas: [domains]')
      .concat(
        `  - name: more\n    key: ${key('c')}\n    token: { env: MORE }\n    access: write\n    grants: *both\n`,
      );
    const path = yaml(shared);
    const { code, said } = await act('revoke', 'dns', path);
    expect([code, said]).toEqual([2, expect.stringContaining('by hand')]);
    expect(readFileSync(path, 'utf8')).toBe(shared);
    expect((await act('revoke', 'ci', path)).code).toBe(0);
  });

  it.each(['agents.json', 'agents.yaml'])(
    'loses no change of several at once: %s',
    async (file) => {
      const path = join(temporaryFolder(), file);
      const names = Array.from({ length: 6 }, (_, index) => `agent-${index}`);
      const ended = await Promise.all(names.map((name) => act('add', name, path)));
      const added = names.filter((_, index) => ended[index]?.code === 0);
      const { printed } = await runProgram(['agent', 'list', '--policy', path, '--json']);
      expect(
        JSON.parse(printed)
          .map(({ name }: { name: string }) => name)
          .toSorted(),
      ).toEqual(added);
    },
  );

  it('writes through a link, and leaves the rights of the file', async () => {
    const path = yaml(two);
    const link = join(temporaryFolder(), 'link.yaml');
    symlinkSync(path, link);
    chmodSync(path, 0o640);
    expect((await act('revoke', 'ci', link)).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).not.toContain('name: ci');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
