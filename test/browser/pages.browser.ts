// Every page of the console in both themes and at three widths: nothing for the accessibility checker to find.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { accessibilityOf, open } from './browser.ts';
import { newStateDir, startServer } from './program.ts';

let server: URL;
before(async () => {
  server = await startServer('http', '--sandbox', '--state-dir', newStateDir());
});

/** Each with what stands there once it is drawn. */
const views = [
  ['/console/map?area=domains', 'table.map .row'],
  ['/console/map?tool=droplets_destroy&effect=destroy', 'aside .facts'],
  ['/console/map?q=nothingislikethis', '.empty'],
  ['/console/token', '.rights'],
  ['/console/token?show=missing', '.empty'],
  ['/console/planner', '.empty'],
  ['/console/approvals', '.empty'],
  ['/console/record', '.empty'],
  ['/console/try', '.empty'],
  ['/console/try?tool=droplets_create', '.call .argument'],
  ['/console/planner?job=manage+dns&change=apps&client=codex', '.files pre'],
] as const;

describe('the pages of the console', () => {
  for (const [path, drawn] of views)
    for (const theme of ['light', 'dark'] as const)
      it(`${path} is well in ${theme}`, async () => {
        const { page, wasQuiet } = await open(new URL(path, server), { theme });
        for (const width of [360, 1024, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          await page.waitForSelector(drawn);
          const [wide, seen] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth,
          ]);
          assert.ok(Number(wide) <= Number(seen), `${path} is wider than ${width} pixels`);
          if (width !== 1024) assert.deepEqual(await accessibilityOf(page), [], `at ${width}`);
        }
        wasQuiet();
        await page.context().close();
      });
});
