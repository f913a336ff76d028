// The console of whoever serves over stdio: on this machine, opened once by an address, and nothing else is served.
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../../src/commands/open-browser.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { codeLasts } from '../../src/http/console/one-time-code.ts';
import { serveConsole } from '../../src/http/console/serve-console.ts';
import { createProgram } from '../../src/program.ts';
import { send } from '../http/open-server.ts';
import { box } from '../http/serve-simulated.ts';
import { createManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { builtConsole } from './built-console.ts';
import { askConsole, cookieOf } from './console-client.ts';

const serve = async () => {
  const clock = createManualClock();
  const settings = readSettings({ sandbox: true, stateDir: newStateFolder() }, {}, box.names);
  const program = createProgram(settings, box, { clock, environment: {} });
  const parts = { program, settings, box, clock, random: randomBytes, page: builtConsole };
  const { server, address } = await serveConsole(parts);
  onTestFinished(async () => {
    await server.drain();
    await program.close();
  });
  const code = address.hash.replace('#code=', '');
  return { clock, address, code, port: server.port };
};

describe('the console of one person', () => {
  it('is opened once by the address that was printed, with every right', async () => {
    const { port, code, address } = await serve();
    expect(address.hostname).toBe('127.0.0.1');
    expect((await askConsole(port, 'map')).status).toBe(401);
    const opened = await askConsole(port, 'session', { body: { code } });
    expect(opened.status).toBe(200);
    const session = { cookie: cookieOf(opened), proof: JSON.parse(opened.text).proof };
    const told = JSON.parse((await askConsole(port, 'session', { session })).text);
    expect(told).toMatchObject({ name: 'local', role: 'operate', signedIn: true });
    const again = await askConsole(port, 'session', { body: { code } });
    expect(again.status).toBe(401);
    expect(again.text).not.toContain(code);
  });

  it('is opened by no other code, and by none that is old', async () => {
    const { port, code, clock } = await serve();
    expect((await askConsole(port, 'session', { body: { code: `${code}x` } })).status).toBe(401);
    await clock.advance(codeLasts);
    expect((await askConsole(port, 'session', { body: { code } })).status).toBe(401);
  });

  it('serves no MCP', async () => {
    const { port } = await serve();
    const refused = await send({
      port,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    });
    expect(refused.status).toBe(404);
    expect(refused.text).toContain('do-mcp stdio');
  });

  it('is opened in a browser by a file of this user alone: other users see no code', async () => {
    const address = new URL('http://127.0.0.1:4000/console#code=domcp_secret');
    const started: string[] = [];
    const { opened, tidy } = await openBrowser(address, 'linux', async (program, words) => {
      started.push(program, ...words);
      const file = fileURLToPath(words.at(-1) ?? '');
      expect(readFileSync(file, 'utf8')).toContain(address.href);
      expect(statSync(file).mode & 0o077).toBe(0);
      return true;
    });
    expect(opened).toBe(true);
    expect(started[0]).toBe('xdg-open');
    expect(started.join(' ')).not.toContain('secret');
    tidy();
    expect(() => statSync(fileURLToPath(started.at(-1) ?? ''))).toThrow();
  });

  it('says so where no browser can be started', async () => {
    const address = new URL('http://127.0.0.1:4000/console');
    const { opened, tidy } = await openBrowser(address, 'darwin', async () => false);
    expect(opened).toBe(false);
    tidy();
  });
});
