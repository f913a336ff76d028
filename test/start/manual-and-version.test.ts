// The manual page that is built, and the question for a newer version, which only a person asks.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { version } from '../../src/version.ts';
import { program } from '../stdio/raw-session.ts';

const page = new URL('../../dist/do-mcp.1', import.meta.url).pathname;
const isThere = spawnSync('groff', ['--version'], { stdio: 'ignore' }).error === undefined;

describe('the manual page', () => {
  it('is named in the package, and has every command', () => {
    const { man } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { readonly man: string };
    expect(new URL(`../../${man}`, import.meta.url).pathname).toBe(page);
    const text = readFileSync(page, 'utf8').replaceAll(String.raw`\-`, '-');
    for (const { name } of commands) expect(text).toContain(String.raw`\fBdo-mcp ${name}`);
  });

  it.skipIf(!isThere)('is set without a complaint', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tascii', '-ww', page], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('its key opens nothing any more.');
  });
});

const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const registry = async (answer: string, status = 200) => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, reply) => {
    asked.push(request.url);
    reply.writeHead(status).end(answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/npm` };
};

const check = async (url: string) => {
  const child = spawn(process.execPath, [program, 'version', '--check'], {
    env: { PATH: process.env['PATH'] ?? '', npm_config_registry: url },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (more) => {
      text += more;
    });
  const [code] = (await once(child, 'close')) as [number];
  return { code, text };
};

describe('do-mcp version --check', () => {
  it.each([
    ['{"version":"999.0.0"}', 1, /999\.0\.0 is there; this is/],
    [`{"version":"${version}"}`, 0, /is the newest version/],
    ['{"version":"0.0.1"}', 0, /is the newest version/],
    ['<html>', 1, /not known: .* its answer cannot be read/],
  ])('told %s ends with %d', async (answer, code, words) => {
    const { url, asked } = await registry(answer);
    const ended = await check(url);
    expect(ended.text).toMatch(words);
    expect(ended.code).toBe(code);
    expect(asked).toEqual(['/npm/digitalocean-scoped-mcp/latest']);
  });

  it('says when the registry does not have it or cannot be reached', async () => {
    const { url } = await registry('{}', 404);
    expect((await check(url)).text).toMatch(/does not have digitalocean-scoped-mcp/);
    expect((await check('http://127.0.0.1:9/')).text).toMatch(/could not be asked/);
    expect((await check('http://example.com/')).text).toMatch(/must be an https URL/);
  });

  it('is asked by nothing else', async () => {
    const { url, asked } = await registry('{"version":"999.0.0"}');
    const env = { PATH: process.env['PATH'] ?? '', npm_config_registry: url };
    for (const argv of [['version'], ['help'], ['tools', '--sandbox']])
      execFileSync(process.execPath, [program, ...argv], { env });
    expect(asked).toEqual([]);
  });
});
