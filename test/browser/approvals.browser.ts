// The approval of a destroying call, from the click to the agent's answer, with two agents at work.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessibilityOf, open } from './browser.ts';
import { newStateDir, startServer } from './program.ts';

interface Said {
  readonly error?: { readonly code: string };
  readonly items?: readonly (readonly [number, string])[];
}

const calls = async (server: URL, tool: string, given: object): Promise<Said> => {
  const response = await fetch(new URL('/mcp', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: tool, arguments: given },
    }),
  });
  const { result } = (await response.json()) as { result: { content: { text: string }[] } };
  return JSON.parse(result.content[0]?.text ?? '{}') as Said;
};

describe('approvals', () => {
  it('are answered as they come: typed, approved and denied, and the agents go on or stop', async () => {
    const words = [
      '--sandbox',
      '--state-dir',
      newStateDir(),
      '--confirm',
      'ask',
      '--mode',
      'tools',
    ];
    const server = await startServer('http', ...words);
    const { page, wasQuiet } = await open(new URL('/console/approvals', server));
    await page.getByText('Nothing waits for an answer.').waitFor();
    const list = JSON.stringify(await calls(server, 'droplets_list', { fields: ['id', 'name'] }));
    const idOf = (name: string): number =>
      Number(
        new RegExp(`(\\d+),"name":"${name}"|(\\d+),"${name}"`).exec(list)?.slice(1).find(Boolean),
      );
    const [one, other] = [{ droplet_id: idOf('staging-01') }, { droplet_id: idOf('web-01') }];
    const asked = await Promise.all([
      calls(server, 'droplets_destroy', one),
      calls(server, 'droplets_destroy', other),
    ]);
    assert.deepEqual(
      asked.map(({ error }) => error?.code),
      ['approval_pending', 'approval_pending'],
    );
    await page.getByText('2 calls wait for an answer').waitFor();
    assert.match(await page.title(), /^\(2\)/);
    assert.deepEqual(await accessibilityOf(page), []);
    const first = page.locator('article', { hasText: 'staging-01' }).first();
    assert.ok(await first.getByRole('button', { name: 'Approve' }).isDisabled());
    await first.getByLabel(/To approve type/).fill('staging-01');
    await first.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('1 call waits for an answer').waitFor();
    const second = page.locator('article').first();
    await second.getByLabel(/Reason/).fill('it serves customers');
    await second.getByRole('button', { name: 'Deny' }).click();
    await page.getByText('Nothing waits for an answer.').waitFor();
    assert.equal((await calls(server, 'droplets_destroy', one)).error, undefined);
    assert.equal((await calls(server, 'droplets_destroy', other)).error?.code, 'denied');
    await page.getByText(/it serves customers/).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await accessibilityOf(page), []);
    wasQuiet();
  });
});
