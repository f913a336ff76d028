// From starting the program to its list of tools, against starting Node.js alone.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodeCache } from '../scripts/build/code-cache.ts';
import { measuredEnvironment } from './environment.ts';
import { type NodeVersion, nodeVersion } from './node-versions.ts';
import type { Row } from './row.ts';
import { listTools, startSession } from './stdio-session.ts';

const launcher = join(fileURLToPath(new URL('..', import.meta.url)), 'dist', 'do-mcp.cjs');

const budgets = [
  { major: 20, bar: 2.2, goal: 1.6 },
  { major: 24, bar: 3.0, goal: 2.3 },
];

const rounds = 31;

const bareStart = (node: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(node, ['-e', '0'], { stdio: 'ignore', env: measuredEnvironment() });
    child.once('error', reject);
    child.once('exit', () => resolve(performance.now() - started));
  });

const startToList = async (node: string): Promise<number> => {
  const started = performance.now();
  const session = startSession(node, [launcher, 'stdio', '--sandbox']);
  await listTools(session);
  const milliseconds = performance.now() - started;
  await session.close();
  return milliseconds;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const measure = async (node: string): Promise<{ readonly bare: number; readonly ours: number }> => {
  await makeCodeCache(node, launcher);
  const bare: number[] = [];
  const ours: number[] = [];
  // By turns, so that a machine that grows slower or faster changes both alike; the first round warms the disk.
  for (let round = 0; round <= rounds; round += 1) {
    const one = await bareStart(node);
    const other = await startToList(node);
    if (round === 0) continue;
    bare.push(one);
    ours.push(other);
  }
  return { bare: median(bare), ours: median(ours) };
};

const rowFor = async (
  { major, path }: NodeVersion,
  limits: { readonly bar: number; readonly goal: number },
): Promise<Row> => {
  const what = `start to tools/list, default areas, Node ${major}`;
  const bar = `≤ ${limits.bar} × node -e 0 (goal ${limits.goal})`;
  if (path === null) return { what, bar, measured: `Node ${major} could not be had`, ok: false };
  const { bare, ours } = await measure(path);
  const ratio = ours / bare;
  return {
    what,
    bar,
    measured: `${ratio.toFixed(2)} × (${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, median of ${rounds})`,
    ok: ratio <= limits.bar,
  };
};

/** Measures the built program on the versions of Node.js that have a budget; `dist` must be there. */
export const measureStartUp = async (): Promise<Row[]> => {
  const rows: Row[] = [];
  for (const { major, bar, goal } of budgets)
    rows.push(await rowFor(nodeVersion(major), { bar, goal }));
  return rows;
};
