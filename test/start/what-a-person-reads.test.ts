// What the built program says to a person: sentences, nothing that a terminal obeys, nothing of Node's own words.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { greet } from '../../src/commands/stdio.ts';
import { createTerminal } from '../../src/terminal/terminal.ts';
import { keepingStream } from '../commands/run-program.ts';
import { program } from '../stdio/raw-session.ts';

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

const start = (argv: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [program, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', HOME: mkdtempSync(join(tmpdir(), 'home-')), ...env },
  });
  closers.push(() => child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  return {
    child,
    text: () => text,
    ended: async () => ((await once(child, 'close')) as [number])[0],
    says: async (pattern: RegExp) => {
      while (!pattern.test(text)) await once(child.stderr, 'data');
      return text;
    },
  };
};

/** An API that grants some scopes, or refuses every token, and whose account has a name of this kind. */
const startApi = async (team: string, isRefused = false): Promise<string> => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.statusCode = isRefused ? 401 : 200;
    response.end(
      JSON.stringify(
        request.url?.includes('/token/info')
          ? { scopes: ['account:read'] }
          : { account: { team: { name: team } } },
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('a name from the account', () => {
  it('cannot move, colour or rename the terminal, nor begin a line of its own', async () => {
    const team =
      'Web\u001b[2J\u001b]0;owned\u0007\u009b31m team\nat http://evil.example/mcp \u202egnp.exe';
    const run = start(['http', '--port', '0', '--api-url', await startApi(team)], {
      DIGITALOCEAN_TOKEN: token,
    });
    const said = await run.says(/For your MCP client[\s\S]*\}\n/);
    expect(said).toContain(
      'of Web team at http://evil.example/mcp ⟦U+202E⟧gnp.exe (token dop_v1_…cdef)',
    );
    expect(said).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(said).not.toMatch(/^at http:\/\/evil/m);
  });
});

describe('do-mcp http with a token that DigitalOcean refuses', () => {
  it('serves nothing, prints no configuration, says why, and ends with 2', async () => {
    const run = start(['http', '--port', '0', '--api-url', await startApi('', true)], {
      DIGITALOCEAN_TOKEN: token,
    });
    expect(await run.ended()).toBe(2);
    expect(run.text()).toMatch(/^Nothing can be served: /m);
    expect(run.text()).not.toMatch(/mcpServers|serves|domcp_/);
  });
});

describe('an address that cannot be listened on', () => {
  it.each([['simulate'], ['http', '--sandbox']])('is told in words: %s', async (...argv) => {
    const taken = new URL(await startApi(''));
    for (const [given, reason] of [
      [['--port', taken.port], `Port ${taken.port} is in use already`],
      [['--host', '127.0.0.1.not-a-host.invalid', '--port', '0'], ''],
    ] as const) {
      const run = start([...argv, ...given]);
      expect(await run.ended()).toBe(2);
      expect(run.text()).toContain(reason);
      expect(run.text()).not.toMatch(/EADDR|listen |ENOTFOUND|getaddrinfo|starting account/);
    }
  });

  it('and a starting account that cannot be made has its own heading', async () => {
    const run = start(['simulate', '--port', '0', '--seed-data', '/dev/null']);
    expect(await run.ended()).toBe(2);
    expect(run.text()).toMatch(/--seed-data/);
  });
});

describe('do-mcp typed at a terminal', () => {
  const greeted = (isTyped: boolean, isTTY: boolean): string => {
    const err = keepingStream(isTTY);
    const terminal = createTerminal({ out: () => err.stream, err: () => err.stream, secrets: [] });
    greet({ terminal, settings: { sandbox: true } as never }, isTyped);
    return err.text();
  };

  it('says what it does and how it is ended', () => {
    expect(greeted(true, true)).toMatch(/serving the simulation over stdin and stdout.*Ctrl\+C/);
  });

  it('says nothing to a program that started it', () => {
    expect(greeted(false, true)).toBe('');
    expect(greeted(true, false)).toBe('');
  });
});
