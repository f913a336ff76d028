// Signing in and out as an operator does, and what a stranger's page gets: nothing.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { open } from './browser.ts';
import { newStateDir, runCommand, startServer } from './program.ts';

let server: URL;
let key = '';
before(async () => {
  const stateDir = newStateDir();
  key = runCommand('operator', 'add', 'sam', '--state-dir', stateDir);
  // Behind a proxy nothing is open, though it is the simulation.
  const words = ['--sandbox', '--state-dir', stateDir, '--trusted-proxies', '10.9.8.7'];
  server = await startServer('http', ...words);
});

describe('signing in', () => {
  it('takes the key of an operator and no other, and ends when it is told to', async () => {
    const { page, wasQuiet } = await open(new URL('/console/map?effect=destroy', server), {
      expects: [401],
    });
    await page.getByLabel("Operator's key").fill('domcp_something_else');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('No operator of this server has this key').waitFor();
    await page.getByLabel("Operator's key").fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForSelector('table.map .row');
    assert.match(page.url(), /effect=destroy/);
    assert.ok(await page.getByText('sam · approve').isVisible());
    await page.reload();
    await page.waitForSelector('table.map .row');
    assert.equal(await page.evaluate(() => document.cookie), '');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel("Operator's key").waitFor();
    wasQuiet();
  });
});

describe("a stranger's page", () => {
  it('shows the console in no frame, and can ask it for nothing', async () => {
    const { host } = server;
    const stranger = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="http://${host}/console"></iframe>`);
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    after(() => stranger.close());
    const { port } = stranger.address() as AddressInfo;
    const { page } = await open(new URL(`http://localhost:${port}/`));
    await page.waitForTimeout(300);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    assert.equal(await frame?.locator('#console').count(), 0);
    const asked = await page.evaluate(async (address) => {
      try {
        await fetch(`${address}console/api/map`, { headers: { 'x-do-mcp-console': 'none' } });
        return 'answered';
      } catch {
        return 'nothing';
      }
    }, server.href);
    assert.equal(asked, 'nothing');
  });
});
