// Debian's Chromium, and pages in it that fail a test for whatever goes wrong in them unasked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
after(() => browser.close());

/** How a page is opened. */
export interface Opening {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** Statuses that a test provokes; browsers write every other failure into their console. */
  readonly expects?: readonly number[];
}

/** A page, and a look at what went wrong in it. */
export interface Opened {
  readonly page: Page;
  /** Throws for errors, violations of the policy, and requests to anybody else. */
  readonly wasQuiet: () => void;
}

/** Opens an address in a window of its own, with cookies of its own. */
export const open = async (address: URL, opening: Opening = {}): Promise<Opened> => {
  const { width = 1280, theme = 'light', expects = [] } = opening;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: theme,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !expects.some((status) => text.includes(String(status))))
      troubles.push(text);
  });
  page.on('request', (request) => {
    if (address.protocol !== 'about:' && new URL(request.url()).origin !== address.origin)
      troubles.push(request.url());
  });
  await page.goto(address.href);
  return { page, wasQuiet: () => assert.deepEqual(troubles, []) };
};

/** What the accessibility checker has to say of a page, in a line each; nothing, when all is well. */
export const accessibilityOf = async (page: Page): Promise<readonly string[]> => {
  // The page's policy runs no script that is put into it; the checker comes in past it, as a browser's tools do.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Result {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly string[] }[];
    }
    const checker = (
      window as unknown as {
        axe: { run(): Promise<{ violations: readonly Result[] }> };
      }
    ).axe;
    const { violations } = await checker.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' '))}`,
    );
  });
};

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * The tasks of the main threads of pages while something is done, each in milliseconds of the processor: what others
 * do on the machine meanwhile makes none of them longer.
 */
export const tasksDuring = async (
  page: Page,
  doing: () => Promise<void>,
): Promise<readonly number[]> => {
  await browser.startTracing(page, {
    categories: ['__metadata', 'toplevel', 'disabled-by-default-devtools.timeline'],
  });
  await doing();
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString(),
  );
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents.flatMap((event) =>
    event.name === 'RunTask' && event.tdur !== undefined && main.has(threadOf(event))
      ? [event.tdur / 1_000]
      : [],
  );
};
