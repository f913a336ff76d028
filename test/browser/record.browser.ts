// The record as a person reads it: calls come by themselves, one opens, it is verified, and thousands stay smooth.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { accessibilityOf, open } from './browser.ts';
import { newStateDir, runCommand, startServer } from './program.ts';

const makeDomain = async (server: URL, name: string): Promise<void> => {
  await fetch(new URL('/mcp', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'domains_create', arguments: { name } },
    }),
  });
};

describe('the record', () => {
  it('shows calls as they come, opens one, and says that it is whole', async () => {
    const folder = newStateDir();
    const audit = join(folder, 'audit.jsonl');
    const words = ['--sandbox', '--state-dir', folder, '--audit', audit, '--mode', 'tools'];
    const server = await startServer('http', ...words);
    const { page, wasQuiet } = await open(new URL('/console/record', server));
    await page.getByText('Nothing of the kind is on record.').waitFor();
    await makeDomain(server, 'one.example');
    await page.getByRole('link', { name: 'domains_create' }).waitFor();
    await makeDomain(server, 'two.example');
    await page.getByText('2 calls').waitFor();
    await page.getByRole('link', { name: 'domains_create' }).first().click();
    await page.getByText(/^do-mcp undo /).waitFor();
    assert.match((await page.locator('aside').textContent()) ?? '', /two\.example/);
    assert.match(page.url(), /call=/);
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText(/The record is whole/).waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await accessibilityOf(page), [], `${theme} at ${width}`);
        const picture = process.env['PICTURES'];
        if (picture) await page.screenshot({ path: `${picture}/record-${theme}-${width}.png` });
      }
    }
    await page.keyboard.press('Escape');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    assert.equal((await saving).suggestedFilename(), 'record.csv');
    await page.getByLabel('Outcome').selectOption('failed');
    await page.getByText('Nothing of the kind is on record.').waitFor();
    assert.match(page.url(), /outcome=failed/);
    wasQuiet();
  });

  it('draws a window of ten thousand lines', async () => {
    const folder = newStateDir();
    const audit = join(folder, 'audit.jsonl');
    mkdirSync(folder, { recursive: true });
    const now = Date.now();
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      JSON.stringify({
        seq: index + 1,
        prev: '0'.repeat(64),
        kind: 'read',
        id: `0badcafe-${index + 1}`,
        at: new Date(now - (10_000 - index) * 1_000).toISOString(),
        tool: 'droplets_list',
        result: 'ok',
        ms: 12,
        agent: 'ci-00000000',
        arguments: {},
      }),
    );
    writeFileSync(`${audit}.1.jsonl`, `${lines.join('\n')}\n`);
    const key = runCommand('operator', 'add', 'sam', '--state-dir', folder, '--role', 'look');
    const words = ['--sandbox', '--state-dir', folder, '--audit', audit];
    const server = await startServer('http', ...words, '--trusted-proxies', '10.9.8.7');
    const { page, wasQuiet } = await open(new URL('/console/record', server), { expects: [401] });
    await page.getByLabel("Operator's key").fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('300 calls, and older ones').waitFor();
    await page.evaluate(async () => {
      for (let times = 0; times < 600; times += 1) {
        window.scrollTo(0, document.documentElement.scrollHeight);
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (document.querySelector('.head [role="status"]')?.textContent?.startsWith('10,000'))
          break;
      }
    });
    await page.getByText(/^10,000 calls/).waitFor();
    assert.ok((await page.locator('.calls .row').count()) < 1_000);
    wasQuiet();
  });
});
