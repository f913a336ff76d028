// What stands where a token should: said at start, exit 2, and never sent.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';

const digits = '0123456789abcdef'.repeat(4);
const folder = mkdtempSync(join(tmpdir(), 'do-mcp-token-form-'));
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(request.url?.includes('info') ? { scopes: ['droplet:read'] } : {}));
});
let api = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const placeholders = [
  '$'.concat('{DIGITALOCEAN_TOKEN}'),
  '$DIGITALOCEAN_TOKEN',
  '$'.concat('{env:DIGITALOCEAN_TOKEN}'),
  '$'.concat('{input:token}'),
  '$(cat token)',
  '`cat token`',
  '%DIGITALOCEAN_TOKEN%',
  '{{ digitalocean_token }}',
  '{env:DIGITALOCEAN_TOKEN}',
  `"dop_v1_${digits}"`,
  `'dop_v1_${digits}'`,
  `"dop_v1_${digits}`,
  'op://Private/DigitalOcean/token',
  'vault://secret/do',
  'keychain://do-mcp',
  'undefined',
  'null',
  'None',
  '[object Object]',
  'YOUR_TOKEN',
  'your-token-here',
  '<token>',
  '<your DigitalOcean token>',
  'dop_v1_your_token',
  'dop_v1_xxxxxxxx',
  'dop_v1_XXXXXXXXXXXXXXXX',
  'dop_v1_********',
  'dop_v1_...',
  'dop_v1_…',
  'changeme',
  'change-me',
  'placeholder',
  'TODO',
  'DO_TOKEN',
  'my-token',
  'token',
  `Bearer dop_v1_${digits}`,
  `DIGITALOCEAN_TOKEN=dop_v1_${digits}`,
  `export DIGITALOCEAN_TOKEN=dop_v1_${digits}`,
];

describe('what stands in the place of a token', () => {
  it.each(placeholders)('%s is said, and not sent', async (text) => {
    const before = asked;
    for (const name of ['DIGITALOCEAN_TOKEN', 'DIGITALOCEAN_API_TOKEN']) {
      const { code, said, printed } = await runProgram(['tools', '--api-url', api], {
        [name]: text,
      });
      expect(code).toBe(2);
      expect(said).toContain(name);
      expect(said + printed).not.toContain(digits.slice(0, 8));
      expect(said.trim().split('\n')).toHaveLength(1);
    }
    const file = join(folder, 'placeholder');
    writeFileSync(file, `${text}\n`);
    expect((await runProgram(['tools', '--api-url', api, '--token-file', file])).code).toBe(2);
    expect(asked).toBe(before);
  });

  it.each([
    'hunter2',
    'correct-horse-battery-staple',
    digits.slice(1),
    `${digits}0`,
    'AKIAIOSFODNN7EXAMPLE',
  ])('%s is no token of DigitalOcean, and not sent there', async (text) => {
    for (const command of ['tools', 'stdio', 'http']) {
      const { code, said } = await runProgram([command], { DIGITALOCEAN_TOKEN: text });
      expect(code).toBe(2);
      expect(said).not.toContain(text);
      expect(said).toMatch(/dop_v1_|place of a token/);
    }
  });

  it('a token of the simulation is sent to nobody else', async () => {
    const { code, said } = await runProgram(['tools'], { DIGITALOCEAN_TOKEN: 'sandbox' });
    expect(code).toBe(2);
    expect(said).toMatch(/Add --sandbox/);
  });
});

describe('what is a token', () => {
  it.each([`dop_v1_${digits}`, `doo_v1_${digits}`, digits, digits.toUpperCase(), 'made-up-2'])(
    '%s is sent to an API on this machine',
    async (token) => {
      const { code, printed, said } = await runProgram(['tools', '--api-url', api], {
        DIGITALOCEAN_TOKEN: token,
      });
      expect(said).toBe('');
      expect(code).toBe(0);
      expect(printed).toMatch(/1 scope/);
    },
  );

  it.each([
    ['UTF-8', Buffer.from(`\uFEFFdop_v1_${digits}\r\n`)],
    ['UTF-16', Buffer.from(`\uFEFFdop_v1_${digits}\r\n`, 'utf16le')],
    ['UTF-16 in the other order', Buffer.from(`\uFEFFdop_v1_${digits}\r\n`, 'utf16le').swap16()],
  ])('is read from a file that begins with a byte order mark: %s', async (_what, bytes) => {
    const file = join(folder, 'marked');
    writeFileSync(file, bytes);
    const { code, printed } = await runProgram(['tools', '--api-url', api, '--token-file', file]);
    expect(code).toBe(0);
    expect(printed).toContain('dop_v1_…cdef');
  });

  it('is not asked for by commands that work with none', async () => {
    expect((await runProgram(['scopes'], { DIGITALOCEAN_TOKEN: 'hunter2' })).code).toBe(0);
  });
});

describe('the token file', () => {
  const run = (file: string, environment = {}) =>
    runProgram(['tools', '--api-url', api, '--token-file', file], environment);
  const written = (mode: number): string => {
    const file = join(folder, `mode-${mode.toString(8)}`);
    writeFileSync(file, `dop_v1_${digits}\n`);
    chmodSync(file, mode);
    return file;
  };

  it('that everybody may write is refused', async () => {
    const { code, said } = await run(written(0o666));
    expect(code).toBe(2);
    expect(said).toMatch(/Everybody on this machine may write .*chmod 600/);
  });

  it('that its group may write is used with a warning, and one of its owner without', async () => {
    expect(await run(written(0o660))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/group/),
    });
    expect(await run(written(0o600))).toMatchObject({ code: 0, said: '' });
    expect(await run(written(0o644))).toMatchObject({ code: 0, said: '' });
  });

  it.each([
    [folder, /is a folder/],
    [join(folder, 'absent'), /is not there/],
    [join(written(0o600), 'below'), /is not there/],
  ])('is told of in words: %s', async (file, reason) => {
    const { code, said } = await run(file);
    expect(code).toBe(2);
    expect(said).toMatch(reason);
    expect(said).not.toMatch(/E[A-Z]{4,}|stat|open '/);
  });

  it('beside a variable with another token is said to be the one that is used', async () => {
    const file = written(0o600);
    const other = `dop_v1_${'9'.repeat(64)}`;
    expect((await run(file, { DIGITALOCEAN_TOKEN: other })).said).toMatch(
      /DIGITALOCEAN_TOKEN holds another/,
    );
    expect((await run(file, { DIGITALOCEAN_TOKEN: `dop_v1_${digits}` })).said).toBe('');
  });
});
