// npm run pictures: the four main pages of the console as docs/console.md shows them, taken on the simulation.
import { mkdirSync } from 'node:fs';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open } from './browser.ts';
import { newStateDir, startServer } from './program.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

const pictures = [
  ['map', '/console/map?area=droplets&tool=droplets_destroy', 'aside .facts', 'light'],
  ['token', '/console/token', '.rights', 'dark'],
  ['planner', '/console/planner?job=manage+dns+and+restart+web+servers', '.files pre', 'light'],
  ['approvals', '/console/approvals', 'article', 'dark'],
] as const;

/** A call that waits, so that there is something to see. */
const askSomething = async (server: URL): Promise<void> => {
  await fetch(new URL('/mcp', server), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'droplets_destroy', arguments: { droplet_id: 500_000_001 } },
    }),
  });
};

it('takes the pictures', async () => {
  mkdirSync(folder, { recursive: true });
  const words = ['--sandbox', '--state-dir', newStateDir(), '--confirm', 'ask', '--mode', 'tools'];
  const server = await startServer('http', ...words);
  await askSomething(server);
  for (const [name, path, drawn, theme] of pictures) {
    const { page, wasQuiet } = await open(new URL(path, server), { theme, width: 1440 });
    await page.waitForSelector(drawn);
    await page.screenshot({ path: `${folder}console-${name}.png` });
    wasQuiet();
  }
});
