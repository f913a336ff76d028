// do-mcp tools at a terminal: a table that fits, what is left out, filters, a search, and all about one tool.
import { describe, expect, it } from 'vitest';
import type { ToolLine } from '../../src/commands/tools/tool-lines.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { runAtTerminal, runProgram } from './run-program.ts';

const shown = async (argv: readonly string[], columns = 80): Promise<string> => {
  const { code, printed, said } = await runAtTerminal(['tools', '--sandbox', ...argv], columns);
  expect(said).toBe('');
  expect(code).toBe(0);
  return printed;
};

const lines = async (...argv: readonly string[]): Promise<readonly ToolLine[]> => {
  const { printed } = await runProgram(['tools', '--sandbox', '--json', ...argv]);
  return JSON.parse(printed) as readonly ToolLine[];
};

describe('the table of tools', () => {
  it.each([60, 80, 100, 120, 160])('fits into %d columns, with a header', async (columns) => {
    for (const argv of [['--confirm', 'ask'], ['--all'], ['--hidden'], ['open', 'a', 'port']]) {
      const text = await shown(argv, columns);
      expect(text).toMatch(/^TOOL +DOES /m);
      expect(text.split('\n').filter((line) => line.length > columns)).toEqual([]);
    }
  });

  it('shows what is listed by areas, and sums what is left out', async () => {
    const text = await shown([]);
    expect(text).toMatch(/\n\nDroplets\ndroplets_list +reads +List Droplets\n/);
    expect(text).not.toContain('cdn_list_endpoints');
    expect(text.replaceAll('\n', ' ')).toMatch(
      /Not shown: \d+ tools that are served \(--all shows them\), and \d+ tools that are not \(--hidden tells why\)\./,
    );
  });

  it('tells before which a person is asked, and which are refused with some arguments', async () => {
    const text = await shown(['--confirm', 'ask', '--scopes', 'droplet:read,droplet:create']);
    expect(text).toMatch(/droplets_create +changes +from \$5 /);
    expect(text).toMatch(/droplets_list +reads +List Droplets \(refused with/);
    const all = await shown(['--confirm', 'ask', '--all']);
    expect(all).toMatch(/droplets_destroy +destroys +yes /);
    expect(await shown(['--all'])).not.toContain('ASKS');
  });

  it('tells why what is not served is not, once for all whom a reason is true of', async () => {
    const text = await shown(['--hidden', '--scopes', 'droplet:read']);
    expect(text).toMatch(/^Not served, because .*droplet:create/m);
    expect(text).toContain('droplets_create');
    expect(text).not.toContain('droplets_list ');
  });

  it('has colours only where somebody wants them', async () => {
    const coloured = await runAtTerminal(['tools', '--sandbox', '--all'], 80, {});
    expect(coloured.printed).toContain('\u001b[31mdestroys\u001b[39m');
    expect(await shown(['--all'])).not.toContain('\u001b');
  });
});

describe('the filters', () => {
  it.each([
    [['--area', 'volumes'], (line: ToolLine) => line.area === 'volumes'],
    [['--effect', 'destroy'], (line: ToolLine) => line.effect === 'destroy'],
    [['--cost', 'starts,raises'], (line: ToolLine) => ['starts', 'raises'].includes(line.cost)],
    [['--hidden'], (line: ToolLine) => !line.available],
    [['--access', 'read'], (line: ToolLine) => line.effect === 'read'],
    [
      ['--scope', 'vpc:create'],
      ({ scopes, conditions = [] }: ToolLine) =>
        [...scopes.flat(), ...conditions.flatMap(({ needs = [] }) => needs)].includes('vpc:create'),
    ],
  ] as const)('%j', async (argv, isMeant) => {
    const chosen = await lines('--all', ...argv);
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.every(isMeant)).toBe(true);
  });

  it('part all tools by access into what a read-only server serves and the rest', async () => {
    const [all, reads, writes, readOnly] = await Promise.all([
      lines(),
      lines('--access', 'read'),
      lines('--access', 'write'),
      lines('--read-only'),
    ]);
    expect(reads.map(({ name }) => name)).toEqual(readOnly.map(({ name }) => name));
    expect(reads.length + writes.length).toBe(all.length);
  });

  it.each([
    [['--effect', 'destory'], /--effect may name read, write, destroy.*Did you mean destroy\?/],
    [['--area', 'droplet'], /Did you mean droplets\?/],
    [['--scope', 'droplet:red'], /Did you mean droplet:read\?/],
    [['--cost', 'start'], /Did you mean starts\?/],
    [['--access', 'all'], /--access must be one of read, write/],
    [['drplets_list'], /Did you mean droplets_list\?/],
    [['xyzzy'], /No tool is about "xyzzy"/],
    [['--area', 'regions', '--effect', 'destroy'], /No tool is like that/],
  ])('refuse %j', async (argv, reason) => {
    const { code, said, printed } = await runProgram(['tools', '--sandbox', ...argv]);
    expect(said).toMatch(reason);
    expect(printed).toBe('');
    expect(code).toBe(2);
  });
});

describe('a search', () => {
  it('has the best first', async () => {
    const [first] = await lines('delete', 'a', 'volume');
    expect(first?.name).toBe('volumes_delete');
  });
});

describe('all about one tool', () => {
  it('tells what it destroys, needs and takes, who is asked, and an example', async () => {
    const text = await shown(['--confirm', 'ask', 'droplets_destroy']);
    expect(text).toMatch(/ {2}Needs +droplet:delete\n/);
    expect(text).toMatch(/ {2}Destroys +Destroys the Droplet\. Its data is gone for good\./);
    expect(text).toMatch(/ {2}Asks +a person is asked before each call\n/);
    expect(text).toMatch(/\n {2}droplet_id {2}whole number \(needed\)\n/);
    expect(text).toContain('do-mcp call droplets_destroy droplet_id=1');
  });

  it('tells a price, and what is not served', async () => {
    expect(await shown(['volumes_create'])).toMatch(
      /Bill +starts a bill: \$0\.10 a month for each/,
    );
    expect(await shown(['--read-only', 'volumes_create'])).toMatch(
      /Served +not served: this server is read-only/,
    );
  });

  it('tells of our own, too', async () => {
    expect(await shown(['account_inventory'])).toContain('do-mcp call account_inventory');
    const { printed } = await runProgram(['tools', '--sandbox', '--json', 'account_inventory']);
    expect(JSON.parse(printed)).toMatchObject({
      name: 'account_inventory',
      operation: null,
      state: 'listed',
      input_schema: { type: 'object' },
    });
  });

  it('tells the same as JSON', async () => {
    const { printed } = await runProgram(['tools', '--sandbox', '--json', 'droplets_create']);
    expect(JSON.parse(printed)).toMatchObject({
      name: 'droplets_create',
      asks: 'no',
      input_schema: { required: expect.arrayContaining(['size', 'image']) },
      dry_run: true,
      example: expect.stringContaining('do-mcp call droplets_create'),
    });
  });

  it('can be said of every tool there is', async () => {
    const box = createToolBox();
    const sample = box.outlines.filter((_, at) => at % 25 === 0);
    for (const { name } of sample) {
      const text = await shown([name]);
      const wide = text.split('\n').filter((line) => line.length > 80);
      // What is to be copied stands on one line.
      expect(
        wide.filter((line) => !line.startsWith('  do-mcp call ')),
        name,
      ).toEqual([]);
    }
  });
});
