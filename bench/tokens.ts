// What lists and answers cost a model, in tokens of the o200k encoding.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Row } from './row.ts';
import { seedTools } from './seed-tools.ts';
import { introduction, listTools, type StdioSession, startSession } from './stdio-session.ts';

const launcher = join(fileURLToPath(new URL('..', import.meta.url)), 'dist', 'do-mcp.cjs');

const withProgram = async <Result>(
  args: readonly string[],
  use: (session: StdioSession) => Promise<Result>,
): Promise<Result> => {
  const session = startSession(process.execPath, [launcher, 'stdio', '--sandbox', ...args]);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
};

const row = (what: string, tokens: number, bar: number, detail: string, goal?: number): Row => ({
  what,
  bar: `≤ ${bar.toLocaleString('en')} tokens${goal === undefined ? '' : ` (goal ${goal.toLocaleString('en')})`}`,
  measured: `${tokens.toLocaleString('en')}, ${detail}`,
  ok: tokens <= bar,
});

const listRow = async (
  what: string,
  args: readonly string[],
  limits: { readonly bar: number; readonly goal: number },
): Promise<Row> => {
  const tools = await withProgram(args, listTools);
  const tokens = countTokens(JSON.stringify(tools));
  return row(what, tokens, limits.bar, `${tools.length} tools`, limits.goal);
};

interface CallResult {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
}

const call = async (session: StdioSession, name: string, args: object): Promise<string> => {
  const result = (await session.request('tools/call', { name, arguments: args })) as CallResult;
  const text = result.content.map((block) => block.text).join('');
  if (result.isError) throw new Error(`${name}: ${text}`);
  return text;
};

/** An account with fifty Droplets that look like those of a small company. */
const fiftyDroplets = {
  account: { droplet_limit: 100 },
  tags: ['web', 'production'],
  droplets: Array.from({ length: 50 }, (_, index) => ({
    name: `web-${String(index + 1).padStart(2, '0')}`,
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    tags: ['web', 'production'],
  })),
};

const dropletListRow = async (): Promise<Row> => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-bench-'));
  const file = join(folder, 'account.json');
  writeFileSync(file, JSON.stringify(fiftyDroplets));
  try {
    return await withProgram(['--seed-data', file], async (session) => {
      await session.request('initialize', introduction);
      session.notify('notifications/initialized');
      const answer = await call(session, 'droplets_list', { max_items: 50 });
      const { returned }: { returned: number } = JSON.parse(answer);
      if (returned !== 50) throw new Error(`droplets_list answered ${returned} Droplets, not 50.`);
      const tokens = countTokens(answer);
      return row('a list of 50 Droplets, default detail', tokens, 5_900, '50 Droplets');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Counts on the built program over stdio, everything granted; `dist` must be there. */
export const measureTokens = async (): Promise<Row[]> => [
  await listRow('tools/list, default areas', [], { bar: 18_000, goal: 15_000 }),
  await listRow(
    'tools/list, the rows of the seed catalogue',
    ['--areas', 'none', '--tools', seedTools.join(','), '--allow-secrets'],
    { bar: 12_500, goal: 10_000 },
  ),
  await dropletListRow(),
];
