// Trying a tool as a person does: found, filled in, looked at dry, and then called.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { accessibilityOf, open } from './browser.ts';
import { newStateDir, startServer } from './program.ts';

let server: URL;
before(async () => {
  const folder = newStateDir();
  server = await startServer('http', '--sandbox', '--state-dir', folder, '--confirm', 'ask');
});

describe('trying a tool', () => {
  it('finds it by what is to be done, tells first what it would do, and then does it', async () => {
    const { page, wasQuiet } = await open(new URL('/console/try', server));
    await page.getByLabel('Tool', { exact: true }).fill('add a domain');
    await page.getByRole('link', { name: 'domains_create', exact: true }).click();
    await page.waitForURL(/tool=domains_create/);
    await page.getByLabel('name required').fill('example.org');
    await page.getByRole('button', { name: 'Show what it would do' }).click();
    await page.getByText('Nothing was changed.').waitFor();
    assert.match(await page.locator('.tried > [role=status]').innerText(), /about [\d,]+ tokens/);
    await page.getByRole('checkbox', { name: 'Dry run' }).uncheck();
    await page.getByText('This call changes something.').waitFor();
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await page.locator('.tried pre', { hasText: '"name":"example.org"' }).waitFor();
    assert.deepEqual(await accessibilityOf(page), []);
    wasQuiet();
  });

  it('leads to the approvals where a person has to agree', async () => {
    const { page, wasQuiet } = await open(new URL('/console/try?tool=domains_delete', server));
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    await page.getByLabel('domain_name required').fill('example.org');
    await page.getByRole('checkbox', { name: 'Dry run' }).uncheck();
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await page.locator('.changes').getByRole('link', { name: 'Approvals' }).click();
    await page.getByText('do-mcp console').first().waitFor();
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    wasQuiet();
  });
});
