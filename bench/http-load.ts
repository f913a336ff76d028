// Calls per second over HTTP on one core, and the memory they take: ours, the bare SDK handler, and DigitalOcean's own server.
import autocannon from 'autocannon';
import { type McpTarget, startBare, startOurs, startTheirs } from './mcp-servers.ts';
import type { Row } from './row.ts';
import { startUpstream, type Upstream } from './upstream.ts';

const connections = 64;

interface ToolCall {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
}

type Generation = 'old' | 'new';

const requestFor = ({ name, given }: ToolCall, generation: Generation) => {
  const version = generation === 'new' ? '2026-07-28' : '2025-11-25';
  return {
    method: 'POST' as const,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version,
      ...(generation === 'new' && { 'mcp-method': 'tools/call', 'mcp-name': name }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name,
        arguments: given,
        ...(generation === 'new' && {
          _meta: {
            'io.modelcontextprotocol/protocolVersion': version,
            'io.modelcontextprotocol/clientCapabilities': {},
            'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
          },
        }),
      },
    }),
  };
};

const ourCalls = (dropletId: number): readonly ToolCall[] => [
  { name: 'droplets_get', given: { droplet_id: dropletId } },
  { name: 'droplets_list', given: {} },
  { name: 'account_get', given: {} },
  { name: 'domains_list', given: {} },
];

const theirCalls = (dropletId: number): readonly ToolCall[] => [
  { name: 'droplet-get', given: { ID: dropletId } },
  { name: 'droplet-list', given: {} },
  { name: 'account-get-information', given: {} },
  { name: 'domain-list', given: {} },
];

/** A reply that carries a tool's answer, whole, and not an error. */
const isGood = (body: string | Buffer | undefined): boolean => {
  const text = String(body);
  return text.includes('"result"') && text.includes('"text"') && !text.includes('"isError":true');
};

interface Load {
  readonly perSecond: number;
  readonly calls: number;
  readonly bad: number;
  readonly p99: number;
  /** Calls that got an answer without exactly one request upstream. */
  readonly uncounted: number;
  readonly memory: { readonly early: number; readonly late: number; readonly most: number };
}

/** The count once nothing is under way any more. */
const settledCount = async (upstream: Upstream): Promise<number> => {
  for (let last = -1; ; ) {
    const count = await upstream.count();
    if (count === last) return count;
    last = count;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

const load = async (
  target: McpTarget,
  upstream: Upstream,
  calls: readonly ToolCall[],
  generations: readonly Generation[],
  seconds: number,
): Promise<Load> => {
  const requests = calls.flatMap((call) =>
    generations.map((generation) => {
      const request = requestFor(call, generation);
      return { ...request, headers: { ...request.headers, ...target.headers } };
    }),
  );
  const fire = (duration: number) =>
    autocannon({ url: target.url, connections, duration, requests, verifyBody: isGood });
  await fire(Math.min(5, seconds));
  const before = await settledCount(upstream);
  const samples: number[] = [];
  const sampler = setInterval(
    () => samples.push(target.memory()),
    Math.max(200, (seconds * 1_000) / 60),
  );
  const result = await fire(seconds);
  clearInterval(sampler);
  const asked = (await settledCount(upstream)) - before;
  const answered = result['2xx'];
  const third = samples[Math.floor(samples.length / 3)] ?? 0;
  return {
    perSecond: answered / result.duration,
    calls: answered,
    bad: result.errors + result.timeouts + result.non2xx + result.mismatches,
    p99: result.latency.p99,
    // Calls that were under way when the time was over were asked for, but not answered any more.
    uncounted: Math.max(0, answered - asked, asked - answered - connections),
    memory: { early: third, late: samples.at(-1) ?? 0, most: Math.max(...samples) },
  };
};

const shown = ({ perSecond, p99 }: Load): string => `${Math.round(perSecond)}/s, p99 ${p99} ms`;
const megabytes = (value: number): string => `${Math.round(value)} MB`;

const soundness = (ours: Load, seconds: number): Row => ({
  what: `HTTP, ${connections} connections for ${seconds} s: every answer checked, every upstream call counted`,
  bar: 'no error, memory flat (≤ 1.3 × of its first third)',
  measured: `${ours.calls} calls, ${ours.bad} bad, ${ours.uncounted} uncounted, ${megabytes(ours.memory.early)} → ${megabytes(ours.memory.late)}`,
  ok: ours.bad === 0 && ours.uncounted === 0 && ours.memory.late <= ours.memory.early * 1.3,
});

const againstBare = (ours: Load, bare: Load): Row => ({
  what: 'HTTP calls a second on one core, both protocol generations',
  bar: '≥ 0.9 × a bare SDK handler',
  measured: `${(ours.perSecond / bare.perSecond).toFixed(2)} × (${shown(ours)}; bare ${shown(bare)})`,
  ok: ours.perSecond >= 0.9 * bare.perSecond,
});

const againstTheirs = (ours: Load, theirs: Load): readonly Row[] => [
  {
    what: "HTTP calls a second on one core, old generation, against DigitalOcean's own server",
    bar: '≥ 1 × (goal 2 ×)',
    measured: `${(ours.perSecond / theirs.perSecond).toFixed(2)} × (${shown(ours)}; theirs ${shown(theirs)}, ${theirs.bad} bad)`,
    ok: ours.perSecond >= theirs.perSecond,
  },
  {
    what: "memory under that load, against DigitalOcean's own server",
    bar: '≤ 1/3',
    measured: `${megabytes(ours.memory.most)}; theirs ${megabytes(theirs.memory.most)}`,
    ok: ours.memory.most <= theirs.memory.most / 3,
  },
];

/** How long each load lasts, when BENCH_SECONDS does not say. */
const usualSeconds = 60;

/** Measures the built program; `dist` must be there. DigitalOcean's server is fetched from npm when it is not cached. */
export const measureHttpLoad = async (
  seconds: number = Number(process.env['BENCH_SECONDS'] ?? usualSeconds),
): Promise<readonly Row[]> => {
  const upstream = await startUpstream();
  const targets: McpTarget[] = [];
  const begin = async (starting: Promise<McpTarget>): Promise<McpTarget> => {
    const target = await starting;
    targets.push(target);
    return target;
  };
  try {
    const calls = ourCalls(upstream.dropletId);
    const ours = await begin(startOurs(upstream.url));
    const bare = await begin(startBare(upstream.url));
    const oursMixed = await load(ours, upstream, calls, ['old', 'new'], seconds);
    const bareMixed = await load(bare, upstream, calls, ['old', 'new'], seconds);
    const rows = [soundness(oursMixed, seconds), againstBare(oursMixed, bareMixed)];
    bare.stop();
    try {
      const theirs = await begin(startTheirs(upstream.url));
      const oursOld = await load(ours, upstream, calls, ['old'], seconds);
      const theirsOld = await load(
        theirs,
        upstream,
        theirCalls(upstream.dropletId),
        ['old'],
        seconds,
      );
      return [...rows, ...againstTheirs(oursOld, theirsOld)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [
        ...rows,
        {
          what: "DigitalOcean's own server",
          bar: 'runs',
          measured: `could not be run: ${reason}`,
          ok: false,
        },
      ];
    }
  } finally {
    for (const target of targets) target.stop();
    await upstream.close();
  }
};
