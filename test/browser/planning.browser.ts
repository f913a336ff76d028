// The token and the planner as a person uses them.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { open } from './browser.ts';
import { newStateDir, startServer } from './program.ts';

let server: URL;
before(async () => {
  server = await startServer(
    'http',
    '--sandbox',
    '--state-dir',
    newStateDir(),
    '--scopes',
    'droplet:read,domain:read',
  );
});

describe('the token in hand', () => {
  it('shows what is missing, and compares with the scopes of another', async () => {
    const { page, wasQuiet } = await open(new URL('/console/token', server));
    await page.getByLabel('Show').selectOption('missing');
    await page.waitForURL(/show=missing/);
    await page
      .getByRole('link', { name: /^create missing/ })
      .first()
      .waitFor();
    await page.getByLabel('Scopes of the other token').fill('droplet:read droplet:create');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('heading', { name: /Only this token has/ }).waitFor();
    assert.match((await page.locator('.compared').textContent()) ?? '', /droplets_create/);
    wasQuiet();
  });

  it('refuses a pasted token in words', async () => {
    const { page, wasQuiet } = await open(new URL('/console/token', server), { expects: [422] });
    await page.getByLabel('Scopes of the other token').fill(`dop_v1_${'a'.repeat(64)}`);
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('alert').getByText('never a token').waitFor();
    wasQuiet();
  });
});

describe('the planner', () => {
  it('grows the least boxes beside a job, areas and tools, and copies them', async () => {
    const { page, wasQuiet } = await open(new URL('/console/planner', server));
    await page.getByLabel('A job in words').fill('manage dns');
    await page.getByText('4 boxes to tick').waitFor();
    await page.getByRole('checkbox', { name: 'CDN endpoints: look' }).check();
    await page.getByText('5 boxes to tick').waitFor();
    await page.getByLabel('Single tools').fill('uptime_list_checks');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('6 boxes to tick').waitFor();
    await page.getByRole('button', { name: 'Copy the scopes' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(
      copied,
      'cdn:read,domain:create,domain:delete,domain:read,domain:update,uptime:read',
    );
    await page.getByLabel('For the client').selectOption('codex');
    await page.getByText('[mcp_servers.digitalocean]').waitFor();
    assert.match(page.url(), /client=codex/);
    wasQuiet();
  });
});
