// `do-mcp approvals` at a terminal: for the servers of this machine, and for one elsewhere with an operator's key.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Keyboard } from '../../src/terminal/keyboard.ts';
import { type AskingServer, questionOf, serveAsking } from '../http/operators.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createManualClock } from '../manual-clock.ts';
import { runProgram } from './run-program.ts';

const typing = (...answers: readonly (string | undefined)[]) => {
  const prompts: string[] = [];
  const left = [...answers];
  const ask = async (prompt: string): Promise<string | undefined> => {
    prompts.push(prompt);
    return left.shift();
  };
  const keyboard: Keyboard = { isThere: true, ask, askHidden: ask };
  return { keyboard, prompts };
};

const serve = (values = {}) => serveAsking(values, {}, createManualClock(Date.now()));

const buy = (server: AskingServer) =>
  server.call('droplets_create', {
    name: 'bought-01',
    region: 'ams3',
    size: 's-2vcpu-4gb',
    image: 'ubuntu-24-04-x64',
  });

interface Way {
  readonly argv: (server: AskingServer) => readonly string[];
  readonly environment: (server: AskingServer) => Record<string, string>;
}

const ways: readonly (readonly [string, Way])[] = [
  ['this machine', { argv: ({ stateDir }) => ['--state-dir', stateDir], environment: () => ({}) }],
  [
    'a server elsewhere',
    {
      argv: ({ port }) => ['--url', `http://127.0.0.1:${port}`],
      environment: ({ key }) => ({ DO_MCP_OPERATOR_KEY: key }),
    },
  ],
  [
    'a server elsewhere, with a file for the key and the address of MCP',
    {
      argv: ({ port, key }) => {
        const path = join(temporaryFolder(), 'key');
        writeFileSync(path, `${key}\n`);
        return ['--url', `http://127.0.0.1:${port}/mcp`, '--operator-key-file', path];
      },
      environment: () => ({}),
    },
  ],
];

describe.each(ways)('for %s', (_name, { argv, environment }) => {
  const openServer = async () => {
    const server = await serve();
    const more = argv(server);
    const run = (words: readonly string[], keyboard?: Keyboard) =>
      runProgram(['approvals', ...words, ...more], environment(server), keyboard);
    return { server, run };
  };

  it('tells what waits, asks for the name, and lets the call through once', async () => {
    const { server, run } = await openServer();
    expect((await run([])).said).toContain('Nothing waits');
    const id = questionOf(await server.destroy());
    for (const words of [[], ['list'], ['show', id]]) {
      const { printed, code } = await run(words);
      expect(code).toBe(0);
      expect(printed).toContain(`${id}  waits for an answer, asked 0 minutes ago, open for 60`);
      expect(printed).toMatch(/^ {4}Destroys the Droplet staging-01/m);
    }
    const { keyboard, prompts } = typing('staging-01');
    const approved = await run(['approve', id], keyboard);
    expect(prompts).toEqual(['Type staging-01 to agree: ']);
    expect(approved.printed).toContain('Destroys the Droplet staging-01');
    expect(approved.said).toContain('Approved.');
    expect(approved.code).toBe(0);
    expect((await server.destroy()).error).toBeUndefined();
    expect((await run(['approve', id], typing('staging-01').keyboard)).said).toContain(
      'cannot be answered any more',
    );
    expect((await run([])).said).toContain('Nothing waits');
    const [told] = JSON.parse((await run(['--all', '--json'])).printed);
    expect(told).toMatchObject({ id, standing: 'spent', answer: { door: 'terminal' } });
  });

  it('approves nothing without a terminal, without the name, and without a yes', async () => {
    const { server, run } = await openServer();
    const destroying = questionOf(await server.destroy());
    const buying = questionOf(await buy(server));
    const deaf = await run(['approve', destroying]);
    expect(deaf.code).toBe(2);
    expect(deaf.said).toContain('Approving needs a terminal');
    for (const typed of ['yes', 'STAGING-01', '', undefined])
      expect((await run(['approve', destroying], typing(typed).keyboard)).code).toBe(1);
    for (const typed of ['no', '', undefined])
      expect((await run(['approve', buying], typing(typed).keyboard)).code).toBe(1);
    expect(JSON.parse((await run(['--json'])).printed)).toHaveLength(2);
  });

  it('answers several, each shown and asked', async () => {
    const { server, run } = await openServer();
    const ids = [questionOf(await server.destroy()), questionOf(await buy(server))];
    const { keyboard, prompts } = typing('staging-01', 'yes');
    const { code, printed } = await run(['approve', ...ids, ids[0] ?? ''], keyboard);
    expect(code).toBe(0);
    expect(prompts).toEqual(['Type staging-01 to agree: ', 'Agree? Type yes: ']);
    for (const id of ids) expect(printed.split(id)).toHaveLength(2);
    expect((await server.destroy()).error).toBeUndefined();
    expect((await buy(server)).error).toBeUndefined();
  });

  it('denies several without a terminal', async () => {
    const { server, run } = await openServer();
    const ids = [questionOf(await server.destroy()), questionOf(await buy(server))];
    expect((await run(['deny', ...ids, '--reason', 'it is in use'])).code).toBe(0);
    expect((await server.destroy()).error).toMatchObject({
      code: 'denied',
      message: expect.stringContaining('it is in use'),
    });
    expect((await buy(server)).error?.code).toBe('denied');
    const again = await run(['deny', ids[0] ?? '']);
    expect(again.code).toBe(1);
    expect(again.said).toContain('Nothing changed');
  });

  it('answers nothing where one of several is no question', async () => {
    const { server, run } = await openServer();
    const id = questionOf(await server.destroy());
    const wrong = await run(['approve', id, '0123456789'], typing('staging-01').keyboard);
    expect(wrong.code).toBe(2);
    expect(wrong.said).toContain('There is no question 0123456789');
    expect((await run(['show', id])).printed).toContain('waits for an answer');
  });
});

describe('a server elsewhere', () => {
  const strange = async (status: number, body: string, headers = {}) => {
    const server = createServer((_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const key = `domcp_${'k'.repeat(43)}`;
  const list = (url: string, environment = { DO_MCP_OPERATOR_KEY: key }) =>
    runProgram(['approvals', '--url', url], environment);

  it('is not asked without a key, or with what is none', async () => {
    const { port, key: right } = await serve();
    const url = `http://127.0.0.1:${port}`;
    const without = await runProgram(['approvals', '--url', url]);
    expect(without).toMatchObject({
      code: 2,
      said: expect.stringContaining('do-mcp operator add'),
    });
    expect((await list(url, { DO_MCP_OPERATOR_KEY: 'short' })).said).toContain('does not hold');
    const wrong = await list(url);
    expect(wrong.code).toBe(2);
    expect(wrong.said).toContain('No operator of this server has this key');
    expect(wrong.said).not.toContain(key);
    expect((await list(url, { DO_MCP_OPERATOR_KEY: right })).code).toBe(0);
  });

  it.each(['http://example.com', 'ftp://127.0.0.1', 'example.com'])(
    'is reached by https, or on this machine, and not at %s',
    async (url) => {
      expect((await list(url)).code).toBe(2);
    },
  );

  it.each([
    ['is a web page', 200, '<html>', {}],
    ['is something else in JSON', 200, '{"approvals":[{"id":1}]}', {}],
    ['sends elsewhere', 302, '', { location: 'http://127.0.0.1:9/' }],
    ['fails without words', 500, 'oops', {}],
  ])('is named where it %s', async (_what, status, body, headers) => {
    const { code, said } = await list(await strange(status, body, headers));
    expect(code).toBe(2);
    expect(said).toMatch(/is no server of this program/);
  });

  const told = (text: string, typed: string | null) => ({
    id: 'x',
    standing: 'open',
    agent: 'a',
    tool: 't',
    text,
    typed,
    opened: new Date().toISOString(),
    closes: new Date().toISOString(),
    answer: null,
  });

  it('cannot make the terminal do anything with what it sends', async () => {
    const approvals = [told('Destroys\u001b[2J nothing\u202e', null)];
    const { printed } = await list(await strange(200, JSON.stringify({ approvals })));
    expect(printed).toContain('Destroys');
    for (const obeyed of ['\u001b', '\u202e']) expect(printed).not.toContain(obeyed);
  });

  it('cannot ask for more to be typed than a keyboard has', async () => {
    const url = await strange(200, JSON.stringify(told('Destroys nothing.', 'a\u001b[2J')));
    const { keyboard, prompts } = typing('a');
    const { code } = await runProgram(
      ['approvals', 'approve', 'x', '--url', url],
      { DO_MCP_OPERATOR_KEY: key },
      keyboard,
    );
    expect(code).toBe(2);
    expect(prompts).toEqual([]);
  });

  it('that is not there is told so', async () => {
    const { code, said } = await list('http://127.0.0.1:9');
    expect(code).toBe(2);
    expect(said).toContain('http://127.0.0.1:9 cannot be reached');
  });
});
