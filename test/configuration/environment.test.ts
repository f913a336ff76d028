// Variables: what is read from them, and that none that is meant for us is ignored.
import { describe, expect, it } from 'vitest';
import { refuseUnknownVariables } from '../../src/configuration/environment.ts';
import { namedOptions, tokenVariables } from '../../src/configuration/options/options.ts';
import { runProgram } from '../commands/run-program.ts';

describe('a variable that means nothing', () => {
  it.each([
    ['DO_MCP_READONLY', 'DO_MCP_READ_ONLY'],
    ['DO_MCP_AREA', 'DO_MCP_AREAS'],
    ['DO_MCP_EXCLUDE_TOOL', 'DO_MCP_EXCLUDE_TOOLS'],
    ['DOMCP_READ_ONLY', 'DO_MCP_READ_ONLY'],
    ['do_mcp_read_only', 'DO_MCP_READ_ONLY'],
    ['my settings\nDO_MCP_READ_ONLY', 'DO_MCP_READ_ONLY'],
    ['export DO_MCP_READ_ONLY', 'DO_MCP_READ_ONLY'],
    ['DO_MCP_TOKEN_FIL', 'DO_MCP_TOKEN_FILE'],
    ['DO_MCP_TOKEN_INFO_URI', 'DO_MCP_TOKEN_INFO_URL'],
  ])('%j stops the start, with the nearest name', async (name, meant) => {
    for (const argv of [['tools', '--sandbox'], ['scopes'], ['simulate'], ['stdio', '--sandbox']]) {
      const { code, said } = await runProgram(argv, { [name]: '1' });
      expect(code).toBe(2);
      expect(said).toContain(`Did you mean ${meant}?`);
    }
  });

  it('stops it also when nothing is near', async () => {
    expect((await runProgram(['scopes'], { DO_MCP_XYZZY_PLUGH: '1' })).code).toBe(2);
  });

  it('does not keep help and version from being told', async () => {
    expect((await runProgram(['help'], { DO_MCP_READONLY: '1' })).code).toBe(0);
    expect((await runProgram(['version'], { DO_MCP_READONLY: '1' })).code).toBe(0);
  });
});

describe('a variable that means something', () => {
  it('is none of ours, or an option, or the token of an agent, or of Kubernetes', () => {
    const fine = [
      ...namedOptions.flatMap(([, { variable }]) => variable ?? []),
      ...tokenVariables,
      'DO_MCP_TOKEN_CI',
      'DO_MCP_TOKEN_MIKE',
      'DO_MCP_TOKEN_NIGHT_WATCH',
      'DO_MCP_SERVICE_HOST',
      'DO_MCP_SERVICE_PORT_HTTP',
      'DO_MCP_PORT_8080_TCP_ADDR',
      'TODO_MCP_URL',
      'PATH',
    ];
    expect(() =>
      refuseUnknownVariables(Object.fromEntries(fine.map((name) => [name, '1']))),
    ).not.toThrow();
  });

  it.each([
    ['1', true],
    ['true', true],
    ['YES', true],
    ['on', true],
    ['0', false],
    ['false', false],
    ['no', false],
    ['Off', false],
    ['', false],
    [' ', false],
  ])('%j switches on: %s', async (value, isOn) => {
    const { printed } = await runProgram(['tools', '--sandbox'], { DO_MCP_READ_ONLY: value });
    expect(printed.includes('droplets_create')).toBe(!isOn);
  });

  it.each(['maybe', '2', 'ja', '-'])(
    '%j switches nothing on or off, and is refused',
    async (value) => {
      for (const name of ['DO_MCP_READ_ONLY', 'DO_MCP_ALLOW_SECRETS', 'DO_MCP_SANDBOX']) {
        const { code, said } = await runProgram(['tools', '--sandbox'], { [name]: value });
        if (name === 'DO_MCP_SANDBOX') continue;
        expect(code).toBe(2);
        expect(said).toContain(name);
      }
    },
  );
});

describe('switches, lists and single values on the command line', () => {
  const shows = async (argv: readonly string[], environment = {}): Promise<string> => {
    const { printed, said, code } = await runProgram(['tools', '--sandbox', ...argv], environment);
    expect(code, said).toBe(0);
    return printed;
  };

  it.each([
    [['--read-only', 'false'], true],
    [['--read-only=false'], true],
    [['--read-only=0'], true],
    [['--read-only=no'], true],
    [['--read-only', 'no'], true],
    [['--read-only', 'true'], false],
    [['--read-only=on'], false],
    [['--read-only', '--read-only'], false],
    [['--read-only', '--areas', 'droplets'], false],
  ])('%j leaves creating: %s', async (argv, isThere) => {
    expect((await shows(argv)).includes('droplets_create')).toBe(isThere);
  });

  it('a flag that says false wins over a variable that says true', async () => {
    expect(await shows(['--read-only=false'], { DO_MCP_READ_ONLY: '1' })).toContain(
      'droplets_create',
    );
  });

  it('--allow-secrets false allows none', async () => {
    for (const argv of [['--allow-secrets', 'false'], ['--allow-secrets=false'], []])
      expect(await shows(argv)).not.toContain('spaces_key_create');
    expect(await shows(['--allow-secrets', 'true'])).toContain('spaces_key_create');
  });

  it('lists that are given twice are joined, with every list option', async () => {
    const printed = await shows([
      '--exclude-tools',
      'droplets_list',
      '--exclude-tools',
      'droplets_get,droplets_create',
    ]);
    for (const name of ['droplets_list ', 'droplets_get ', 'droplets_create '])
      expect(printed).not.toContain(`${name} `);
    const areas = await shows(['--areas', 'domains', '--areas=volumes']);
    expect(areas).toContain('domains_list');
    expect(areas).toContain('volumes_list');
    const tools = await shows([
      '--areas',
      'none',
      '--tools',
      'account_get',
      '--tools',
      'droplets_list',
    ]);
    expect(tools).toContain('account_get');
    expect(tools).toContain('droplets_list');
  });

  it.each([
    [['--log-level', 'info', '--log-level', 'info'], /--log-level is given twice/],
    [['--quota=off', '--quota', '1/1'], /--quota is given twice/],
    [['--read-only', '--read-only=false'], /--read-only is given twice/],
    [['--read-only', '--read-only', 'false'], /--read-only is given twice/],
    [['--read-only=maybe'], /true or false/],
    [['--policy', '--read-only'], /--policy needs a value/],
    [['--sandbox=yes please'], /true or false/],
  ])('%j is refused', async (argv, reason) => {
    const { code, said } = await runProgram(['config', 'show', '--sandbox', ...argv]);
    expect(code).toBe(2);
    expect(said).toMatch(reason);
  });
});

describe('options about asking and recording', () => {
  it.each([
    ['--audit', 'off'],
    ['--audit', 'calls.jsonl'],
    ['--audit-required', 'off'],
    ['--audit-required', 'all'],
    ['--mode', 'tools'],
    ['--mode', 'both'],
    ['--mode', 'search'],
    ['--approval-webhook', 'https://example.com/hook'],
  ])('%s %s asks for nothing that is not there', async (flag, value) => {
    expect((await runProgram(['tools', '--sandbox', flag, value])).said).toBe('');
  });

  it.each([
    ['--mode', 'all'],
    ['--confirm-above', '-1'],
    ['--confirm-above', 'five'],
    ['--consent-doors', 'door'],
    ['--approval-webhook', 'http://example.com'],
    ['--audit-required', 'some'],
  ])('%s %s is refused as it will be', async (flag, value) => {
    expect((await runProgram(['tools', '--sandbox', flag, value])).code).toBe(2);
  });
});

describe('settings that do nothing beside the others', () => {
  it.each([
    [['tools', '--seed-data', '/dev/null'], {}, /--seed-data/],
    [['tools', '--speed', '2', '--api-url', 'http://127.0.0.1:1'], {}, /--speed does nothing/],
    [
      ['http', '--auth', 'agents', '--policy', '/nowhere/agents.json'],
      { DIGITALOCEAN_TOKEN: `dop_v1_${'f'.repeat(64)}` },
      /DIGITALOCEAN_TOKEN is not used/,
    ],
  ])('%j %j are spoken of', async (argv, environment, sentence) => {
    const token = `dop_v1_${'f'.repeat(64)}`;
    const { said } = await runProgram(argv, {
      ...(!argv.includes('--sandbox') && { DIGITALOCEAN_TOKEN: token }),
      ...(environment as Record<string, string>),
    });
    expect(said).toMatch(sentence);
  });

  it('and those that do their work are not', async () => {
    const { said } = await runProgram(['tools', '--sandbox', '--speed', 'instant']);
    expect(said).toBe('');
  });
});

describe('settings that contradict each other', () => {
  it.each([
    [['--sandbox', '--api-url', 'https://api.example.com'], {}, /--api-url names another place/],
    [['--sandbox', '--token-info-url', 'https://x.example.com'], {}, /--token-info-url names/],
    [['--sandbox'], { DO_MCP_API_URL: 'https://api.example.com' }, /--api-url names another place/],
    [['--sandbox'], { DIGITALOCEAN_TOKEN: `dop_v1_${'f'.repeat(64)}` }, /holds a real token/],
  ])('%j %j are refused', async (argv, environment, reason) => {
    const { code, said } = await runProgram(
      ['tools', ...argv],
      environment as Record<string, string>,
    );
    expect(code).toBe(2);
    expect(said).toMatch(reason);
  });
});
