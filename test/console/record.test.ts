// The record at the console's doors: calls as they come, one whole, verified, as a file; and nobody else's on a simulation.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  RecordedCallView,
  RecordFile,
  RecordPage,
  RecordVerified,
} from '../../src/console/record/record-view.ts';
import { newOperator, serveAsking } from '../http/operators.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { askConsole, type Session, signedIn } from './console-client.ts';

const serve = async () => {
  const audit = join(temporaryFolder(), 'audit.jsonl');
  const server = await serveAsking({ audit });
  const told = async <Value>(path: string): Promise<Value> => {
    const { status, text } = await askConsole(server.port, path);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return JSON.parse(text) as Value;
  };
  /** Makes a domain, a second after what was before. */
  const make = async (name: string) => {
    await server.clock.advance(1_000);
    return server.call('domains_create', { name });
  };
  return { ...server, audit, told, make };
};

/** A server at which people sign in, with a record of so many lines by hand. */
const serveLong = async (count: number) => {
  const audit = join(temporaryFolder(), 'audit.jsonl');
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      seq: index + 1,
      prev: '0'.repeat(64),
      kind: 'read',
      id: `0badcafe-${index + 1}`,
      at: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
      tool: index % 2 === 0 ? 'droplets_list' : 'domains_list',
      result: 'ok',
      agent: index % 3 === 0 ? 'ci' : 'night-watch',
      arguments: {},
      reason: '=SUM(1)',
    }),
  );
  writeFileSync(`${audit}.1.jsonl`, `${lines.join('\n')}\n`);
  const server = await serveAsking({
    audit,
    auth: 'key',
    keyFile: join(temporaryFolder(), 'key'),
    publicUrl: 'https://mcp.example.com',
  });
  const key = newOperator(server.stateDir, 'kim', 'look');
  await server.clock.advance(1_000);
  const session = await signedIn(server.port, key);
  const ask = (path: string, by: Partial<Session> = session) =>
    askConsole(server.port, path, { session: by });
  const told = async <Value>(path: string): Promise<Value> =>
    JSON.parse((await ask(path)).text) as Value;
  return { ...server, audit, session, ask, told };
};

describe('the record in the console', () => {
  it('has what was called, newest first, and what comes as it comes', async () => {
    const { told, make } = await serve();
    await make('one.example');
    const before = await told<RecordPage>('record');
    expect(before.lines.map(({ kind, tool }) => [kind, tool])).toEqual([
      ['outcome', 'domains_create'],
      ['intent', 'domains_create'],
    ]);
    expect(before.lines[1]).toMatchObject({ effect: 'write', method: 'POST', agent: 'local' });
    await make('two.example');
    const after = await told<RecordPage>(`record?after=${before.lines[0]?.at}`);
    const fresh = after.lines.filter(({ id }) => id !== before.lines[0]?.id);
    expect(fresh).toMatchObject([{ kind: 'outcome', result: 'ok' }, { kind: 'intent' }]);
    expect(after.more).toBeNull();
  });

  it('opens a call to what was recorded of it, and to the command that puts it back', async () => {
    const { told, make, port } = await serve();
    await make('one.example');
    const id = (await told<RecordPage>('record')).lines[0]?.id ?? '';
    const { line, end, undo } = await told<RecordedCallView>(`record/${id}`);
    expect(line).toMatchObject({
      kind: 'intent',
      arguments: { name: 'one.example' },
      decision: { verdict: 'allowed' },
    });
    expect(end).toMatchObject({ kind: 'outcome', status: 201, attempts: 1 });
    expect(undo).toBe(id);
    for (const unknown of ['nothing', '0badcafe-1'])
      expect((await askConsole(port, `record/${unknown}`)).status).toBe(404);
  });

  it('tells whether it is whole, and what was touched', async () => {
    const { told, make, audit, clock } = await serve();
    await make('one.example');
    expect(await told<RecordVerified>('record-verified')).toMatchObject({
      state: 'verified',
      findings: [],
      open: 0,
    });
    writeFileSync(audit, readFileSync(audit, 'utf8').replace('one.example', 'two.example'));
    await clock.advance(10_000);
    const { findings } = (await told('record-verified')) as { findings: { says: string }[] };
    expect(findings[0]?.says).toContain('a line was altered');
  });

  it('goes back ten thousand lines a page at a time, each line once', async () => {
    const { told } = await serveLong(10_000);
    const ids: string[] = [];
    let more: string | null = '';
    while (more !== null) {
      const page: RecordPage = await told<RecordPage>(`record${more && `?before=${more}`}`);
      expect(page.lines.length).toBeLessThanOrEqual(300);
      ids.push(...page.lines.map(({ id }) => id));
      more = page.more;
    }
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, n) => `0badcafe-${10_000 - n}`));
  });

  it('is filtered by agent, tool and time, and refuses a time that is none', async () => {
    const { told, ask } = await serveLong(60);
    const { lines } = await told<RecordPage>('record?agent=ci&tool=domains_list');
    expect(lines).toHaveLength(10);
    const late = await told<RecordPage>('record?since=2026-01-01T00:00:50Z');
    expect(late.lines).toHaveLength(10);
    for (const path of ['record?since=yesterday', 'record?before=now', 'record-file?after=x'])
      expect((await ask(path)).status).toBe(400);
  });

  it('is taken away as JSON and as a table without formulas', async () => {
    const { told } = await serveLong(20);
    const json = await told<RecordFile>('record-file?agent=ci');
    expect(JSON.parse(json.text)).toHaveLength(7);
    expect(json).toMatchObject({ lines: 7, isCut: false, type: 'application/json' });
    const csv = await told<RecordFile>('record-file?format=csv');
    const rows = csv.text.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^at,id,kind,agent/);
    expect(rows).toHaveLength(21);
    expect(rows[1]).toContain(`,"'=SUM(1)",`);
  });

  it('is shown to whoever may look, and to nobody with half a session', async () => {
    const { ask, session } = await serveLong(3);
    for (const path of ['record', 'record/0badcafe-1', 'record-verified', 'record-file']) {
      expect((await ask(path)).status).toBe(200);
      expect((await ask(path, { cookie: session.cookie })).status).toBe(401);
    }
  });

  it('has nothing of other accounts for whoever opens a simulation', async () => {
    const { told, make, audit, port } = await serve();
    await make('one.example');
    const other = { at: '2030-01-01T00:00:00.000Z', id: '0badcafe-1', agent: 'local' };
    const account = { id: 'another', token: 'dop_v1_…1234' };
    const lines = [
      { kind: 'intent', ...other, tool: 'apps_create', account },
      { kind: 'outcome', ...other, tool: 'apps_create', result: 'ok' },
      { kind: 'read', ...other, id: '0badcafe-2', tool: 'apps_list', account },
    ];
    appendFileSync(
      `${audit}.1.jsonl`,
      lines
        .map((line) => `${JSON.stringify({ seq: 1, prev: '0'.repeat(64), ...line })}\n`)
        .join(''),
    );
    const { lines: shown } = await told<RecordPage>('record');
    expect(shown.map(({ tool }) => tool)).toEqual(['domains_create', 'domains_create']);
    expect((await askConsole(port, 'record/0badcafe-2')).status).toBe(404);
    expect((await told<RecordFile>('record-file')).text).not.toContain('apps_');
  });

  it('says that a simulation keeps none, whatever stands in its state folder', async () => {
    const { port } = await serveAsking();
    const page = JSON.parse((await askConsole(port, 'record')).text);
    expect(page).toMatchObject({ lines: [], more: null, none: 'not_kept' });
    expect((await askConsole(port, 'record-verified')).text).toBe('{"state":"nothing"}');
  });
});
