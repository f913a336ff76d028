// The configuration file: beneath variables and flags, from the user's own folder, without secrets, every slip told.
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationFolder, configurationPlace } from '../../src/configuration/file/place.ts';
import { runProgram } from '../commands/run-program.ts';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  mkdirSync(join(folder, 'digitalocean-scoped-mcp'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'digitalocean-scoped-mcp', name), text, { mode: 0o600 });
  return folder;
};

const file = (text: string, name = 'config.json'): string =>
  join(folderWith({ [name]: text }), 'digitalocean-scoped-mcp', name);

interface Shown {
  readonly file: string | null;
  readonly profile: string | null;
  readonly settings: readonly {
    readonly setting: string;
    readonly value: string;
    readonly source: string;
    readonly from: string;
  }[];
}

const show = async (
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Shown & { readonly values: Readonly<Record<string, string>> }> => {
  const { printed, said } = await runProgram(['config', 'show', '--json', ...argv], environment);
  if (printed === '') throw new Error(said);
  const shown = JSON.parse(printed) as Shown;
  return {
    ...shown,
    values: Object.fromEntries(
      shown.settings.map(({ setting, value, source }) => [setting, `${value} (${source})`]),
    ),
  };
};

const yaml = `
sandbox: true
areas: [droplets, domains]
confirm-above: 20
port: 9090
profiles:
  work:
    areas: [volumes]
    read-only: true
`;

describe('a configuration file', () => {
  it('stands beneath variables, and they beneath flags', async () => {
    const path = file(yaml, 'config.yaml');
    const { values } = await show(['--config', path, '--areas', 'vpcs'], {
      DO_MCP_AREAS: 'tags',
      DO_MCP_PORT: '7070',
    });
    expect(values).toMatchObject({
      areas: 'vpcs (flag)',
      port: '7070 (variable)',
      'confirm-above': '20 (file)',
      sandbox: 'true (file)',
    });
  });

  it('decides what is served, as its profile wants it', async () => {
    const path = file(yaml, 'config.yaml');
    const tools = async (...argv: readonly string[]): Promise<string> =>
      (await runProgram(['tools', '--config', path, ...argv])).printed;
    expect(await tools()).toContain('droplets_create');
    const work = await tools('--profile', 'work');
    expect(work).toContain('volumes_list');
    expect(work).not.toContain('droplets_list');
    expect(work).not.toContain('volumes_create');
  });

  it.each(['config.json', 'config.yaml', 'config.yml'])(
    "is found in the user's folder as %s",
    async (name) => {
      const XDG_CONFIG_HOME = folderWith({ [name]: '{"read-only": true}' });
      const { values, file: path } = await show(['--sandbox'], { XDG_CONFIG_HOME });
      expect(values).toMatchObject({ 'read-only': 'true (file)' });
      expect(path).toContain(name);
      const off = await show(['--sandbox', '--config', 'off'], { XDG_CONFIG_HOME });
      expect(off.file).toBeNull();
    },
  );

  it('takes paths from where it is, and ~ for the home folder', async () => {
    const path = file('{"audit": "calls.log", "state-dir": "~/state", "sandbox": true}');
    const { values } = await show(['--config', path], { HOME: '/home/sam' });
    expect(values).toMatchObject({
      audit: `${join(path, '..', 'calls.log')} (file)`,
      'state-dir': '/home/sam/state (file)',
    });
  });

  it('is told of by lines that say where each value comes from, with the token veiled', async () => {
    const path = file('{\n  "read-only": true,\n  "redis-url": "redis://127.0.0.1:6379"\n}');
    const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
    const { printed } = await runProgram(['config', 'show'], {
      DO_MCP_CONFIG: path,
      DIGITALOCEAN_TOKEN: token,
      DO_MCP_STATE_KEY: 'k'.repeat(40),
    });
    expect(printed).toContain(path);
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(`(line 2)`);
    expect(printed).toContain('dop_v1_…cdef');
    expect(printed).not.toContain(token);
    expect(printed).not.toContain('kkkk');
  });
});

describe('where a file is looked for', () => {
  it('is what the platform calls the folder for it, never the working folder', () => {
    const home = { HOME: '/home/sam', APPDATA: String.raw`C:\Users\sam\AppData` };
    expect(configurationFolder(home, 'linux')).toBe('/home/sam/.config/digitalocean-scoped-mcp');
    expect(configurationFolder(home, 'darwin')).toBe(
      '/home/sam/Library/Application Support/digitalocean-scoped-mcp',
    );
    expect(configurationFolder(home, 'win32')).toContain('AppData');
    expect(configurationFolder({ ...home, XDG_CONFIG_HOME: 'relative' }, 'linux')).toBe(
      '/home/sam/.config/digitalocean-scoped-mcp',
    );
    expect(configurationFolder({}, 'linux')).toBeUndefined();
    expect(configurationPlace({}, {}, 'linux')).toBeUndefined();
    expect(() => configurationPlace({}, { DO_MCP_CONFIG: 'config.json' })).toThrow(/whole path/);
  });

  it('may hold one only, and a link that leads nowhere is an error', async () => {
    const two = folderWith({ 'config.json': '{}', 'config.yaml': '' });
    expect((await runProgram(['config', 'show'], { XDG_CONFIG_HOME: two })).said).toMatch(
      /There are two configuration files/,
    );
    const lost = folderWith({});
    symlinkSync('/not/there', join(lost, 'digitalocean-scoped-mcp', 'config.json'));
    expect((await runProgram(['config', 'show'], { XDG_CONFIG_HOME: lost })).said).toMatch(
      /is not there/,
    );
  });
});

describe('what is wrong in a file', () => {
  it.each([
    ['{"read-onyl": true}', /there is no setting "read-onyl"; did you mean read-only\?.*line 1/],
    ['{"readOnly": true}', /did you mean read-only\?/],
    ['{"DO_MCP_READ_ONLY": true}', /did you mean read-only\?/],
    ['{"profiles": {"a": {"aeras": ["vpcs"]}}}', /"aeras"; did you mean areas\?/],
    ['{"profiles": []}', /profiles must be an object/],
    ['{"token": "x"}', /a token or key has no place in this file\. Set DIGITALOCEAN_TOKEN/],
    ['{"state-key": "x"}', /a token or key has no place in this file/],
    ['{"token-file": "dop_v1_0123456789abcdef"}', /token-file holds what looks like a token/],
    ['{"redis-url": "redis://:hush@redis:6379"}', /redis-url holds a password/],
    ['{"read-only": "yes"}', /read-only must be true or false/],
    ['{"areas": []}', /areas names nothing/],
    ['{"areas": ["a b"]}', /areas is a list of words/],
    ['{"port": {}}', /port must be text or a number/],
    ['{"port": 99999999}', /--port must be a number from 0 to 65535.* It is set in .*line 1/],
    ['{"areas": ["dropletz"]}', /There is no area "dropletz"\. Did you mean droplets\?/],
    ['{"sandbox": true, "sandbox": false}', /has the key sandbox twice/],
    ['{"sandbox": true', /is not valid JSON/],
    ['[]', /must be an object of settings/],
  ])('%s is told', async (text, reason) => {
    const path = file(text);
    const { code, said, printed } = await runProgram(['config', 'show', '--config', path]);
    expect(said.replaceAll('\n', ' ')).toMatch(reason);
    expect(said).not.toContain('hush');
    expect(printed).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [['--profile', 'wrok'], /There is no profile "wrok".* Did you mean work\?/],
    [['--config', '/not/there.json'], /The file \/not\/there.json is not there/],
  ])('so is %j', async (argv, reason) => {
    const named = argv[0] === '--config' ? [] : ['--config', file(yaml, 'c.yaml')];
    const { said, code } = await runProgram(['config', 'show', ...argv, ...named]);
    expect(said).toMatch(reason);
    expect(code).toBe(2);
  });

  it('is a profile without a file', async () => {
    expect((await runProgram(['config', 'show', '--profile', 'work'])).said).toMatch(
      /There is no configuration file, so there is no profile "work"/,
    );
  });

  it('and who else may write it', async () => {
    const path = file('{"sandbox": true}');
    chmodSync(path, 0o666);
    const open = await runProgram(['config', 'show', '--config', path]);
    expect(open.said).toMatch(/Everybody on this machine may write the configuration file/);
    expect(open.code).toBe(2);
    chmodSync(path, 0o660);
    const shared = await runProgram(['config', 'show', '--config', path]);
    expect(shared.said).toMatch(/The group of the configuration file/);
    expect(shared.code).toBe(0);
  });
});
