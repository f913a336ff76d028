// do-mcp doctor: everything that it can find is provoked once, by what people run into.
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answering,
  digitalOcean,
  examine,
  newFolder,
  type Says,
  type Start,
  someToken,
  write,
} from './stand-in.ts';

const sandbox: Start = { argv: ['--sandbox'] };

const asked = async (says: Says, argv: readonly string[] = []) => {
  const api = await digitalOcean(says);
  try {
    return await examine({
      argv: ['--api-url', api.url, ...argv],
      environment: { DIGITALOCEAN_TOKEN: someToken },
    });
  } finally {
    api.close();
  }
};

describe('a machine on which all is well', () => {
  it('blocks nothing, and ends with 0', async () => {
    const { code, ids, findings } = await examine(sandbox);
    expect(code).toBe(0);
    expect(findings.filter(({ level }) => level === 'blocks')).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining([
        'start.how',
        'network.simulated',
        'token.simulated',
        'scopes.ok',
        'record.simulated',
        'client.none',
      ]),
    );
  });

  it('that reaches DigitalOcean with a token has its life, its scopes and its quota told', async () => {
    const { code, ids, findings } = await asked({});
    expect(code).toBe(0);
    expect(ids).toEqual(
      expect.arrayContaining([
        'network.ok',
        'token.ok',
        'token.expires',
        'scopes.ok',
        'clock.ok',
        'quota.ok',
        'record.none',
      ]),
    );
    expect(findings.find(({ id }) => id === 'token.ok')?.found).toBe(
      'dop_v1_…5a5a from DIGITALOCEAN_TOKEN: a personal access token.',
    );
    expect(findings.find(({ id }) => id === 'quota.ok')?.found).toContain('4999 of 5000');
  });
});

describe('what was told', () => {
  it('is all looked at, however much of it is wrong, with the value and its source', async () => {
    const { code, findings } = await examine({
      argv: ['--quota', '9x', '--areas', 'droplet'],
      environment: {
        DO_MCP_READONLY: '1',
        DO_MCP_READ_ONLY: 'maybe',
        DIGITALOCEAN_TOKEN: 'your-token',
      },
    });
    expect(code).toBe(1);
    const wrong = findings
      .filter(({ id }) => id === 'configuration.wrong')
      .map(({ found }) => found);
    expect(wrong).toEqual([
      expect.stringContaining('Did you mean DO_MCP_READ_ONLY?'),
      expect.stringContaining('DO_MCP_READ_ONLY must be 1 or 0'),
      expect.stringContaining('--quota must look like'),
      expect.stringContaining('Did you mean droplets?'),
    ]);
    expect(findings.find(({ id }) => id === 'token.unusable')?.found).toMatch(
      /stands in the place/,
    );
    expect(findings.find(({ id }) => id === 'configuration.values')?.details).toContain(
      'quota: 9x, from the flag --quota',
    );
  });

  it('and contradicts itself is told once, and what hangs on nothing of it is looked at', async () => {
    const { findings, ids, code } = await examine({
      argv: ['--sandbox', '--allow-secrets', '--secrets-dir', newFolder()],
    });
    const wrong = findings.filter(({ id }) => id === 'configuration.wrong');
    expect(wrong.map(({ found }) => found)).toEqual([
      expect.stringMatching(/--allow-secrets shows credentials to the model, and --secrets-dir/),
    ]);
    expect(ids).toContain('client.none');
    expect(code).toBe(1);
  });

  it('and does nothing beside the rest is doubted', async () => {
    const { ids } = await examine({
      argv: ['--sandbox', '--read-only', '--secrets-dir', newFolder()],
    });
    expect(ids).toContain('configuration.doubtful');
  });
});

describe('the network', () => {
  it('that leads nowhere is told once, and everything else is looked at', async () => {
    const { code, ids, findings } = await examine({
      argv: ['--api-url', 'http://127.0.0.1:9'],
      environment: { DIGITALOCEAN_TOKEN: someToken },
    });
    expect(code).toBe(1);
    expect(findings.filter(({ level }) => level === 'blocks').map(({ id }) => id)).toEqual([
      'network.unreachable',
    ]);
    expect(ids).toEqual(expect.arrayContaining(['token.ok', 'state.not_yet', 'client.none']));
    expect(ids).not.toContain('scopes.unknown');
  });

  it('behind a proxy that cannot be used, is away, or is there', async () => {
    const environment = { DIGITALOCEAN_TOKEN: someToken };
    const through = (proxy: string) =>
      examine({ environment: { ...environment, HTTPS_PROXY: proxy } });
    expect((await through('socks5://127.0.0.1:1')).ids).toContain('proxy.unusable');
    expect((await through('http://sam:geheim@127.0.0.1:1')).ids).toContain('proxy.unreachable');
    const proxy = await answering('no');
    const { ids, findings, printed } = await through(`http://sam:geheim@127.0.0.1:${proxy.port}`);
    proxy.close();
    expect(ids).toEqual(expect.arrayContaining(['proxy.used', 'scopes.unknown']));
    expect(findings.find(({ id }) => id === 'scopes.unknown')?.level).toBe('warning');
    expect(printed).not.toContain('geheim');
  });
});

describe('the token', () => {
  it('may be absent, or brought by callers', async () => {
    expect((await examine({})).ids).toContain('token.absent');
    expect((await examine({ argv: ['--auth', 'token'] })).ids).toContain('token.brought');
  });

  it.each<[string, Says]>([
    ['token.invalid', { status: 401 }],
    ['token.expires_soon', { expiresIn: 3 * 86_400 }],
    ['token.never_expires', { expiresIn: null }],
    ['token.old', { createdAt: 1_600_000_000 }],
    ['scopes.nothing_served', { scopes: ['domain:delete'] }],
    ['clock.off', { behind: 600_000 }],
    ['quota.low', { left: 12 }],
    ['quota.none', { left: 0 }],
    ['quota.refused', { apiStatus: 500 }],
  ])('is told of: %s', async (id, says) => {
    const argv = id === 'scopes.nothing_served' ? ['--areas', 'volumes'] : [];
    const { ids, printed } = await asked(says, argv);
    expect(ids).toContain(id);
    expect(printed).not.toContain('5a5a5a5a');
  });

  it('that can destroy what nothing served needs is told of, and what it lacks for the rest', async () => {
    const { findings } = await asked(
      { scopes: ['database:delete', 'database:read', 'domain:read'] },
      ['--areas', 'domains'],
    );
    expect(findings.find(({ id }) => id === 'scopes.unused_power')?.found).toMatch(
      /can destroy things in databases.*nothing that you serve needs that/,
    );
    expect(findings.find(({ id }) => id === 'scopes.missing')?.found).toMatch(/domain:create/);
  });

  it('in a file that others may read is told of, and --fix closes the file', async () => {
    const home = newFolder();
    const file = write(join(home, 'token'), someToken);
    chmodSync(file, 0o644);
    const start = { home, argv: ['--token-file', file, '--api-url', 'http://127.0.0.1:9'] };
    expect(
      (await examine(start)).findings.find(({ id }) => id === 'token.file_rights'),
    ).toMatchObject({
      level: 'warning',
      fixable: true,
      fixed: null,
    });
    const fixed = await examine({ ...start, argv: [...start.argv, '--fix'] });
    expect(fixed.findings.find(({ id }) => id === 'token.file_rights')).toMatchObject({
      level: 'ok',
      fixed: `Set the mode of ${file} to 0600.`,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
