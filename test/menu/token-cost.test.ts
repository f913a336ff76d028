// What the lists of tools cost a model, kept as a snapshot that a reviewer reads as a diff.
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { seedTools } from '../../bench/seed-tools.ts';
import { areaNames } from '../../scope-map/areas.ts';
import { presets } from '../../src/menu/presets.ts';
import { connectAgent, type ListedTool } from '../agent.ts';

/** What reaches a model; titles and annotations are for the host. */
const seen = ({ name, description, inputSchema }: ListedTool) => ({
  name,
  description,
  input_schema: inputSchema,
});

const cost = (tools: readonly ListedTool[]) => ({
  tools: tools.length,
  tokens: countTokens(JSON.stringify(tools.map(seen))),
  bytes: Buffer.byteLength(JSON.stringify(tools.map(seen))),
  wire: countTokens(JSON.stringify(tools)),
});

type Cost = ReturnType<typeof cost>;

const listWith = async (argv: readonly string[]): Promise<readonly ListedTool[]> => {
  const agent = await connectAgent({ argv: ['--sandbox', '--allow-secrets', ...argv] });
  const tools = await agent.list();
  await agent.close();
  return tools;
};

const head = (what: string): readonly string[] => [
  `| ${what} | tools | tokens | bytes | tokens on the wire |`,
  '|---|---:|---:|---:|---:|',
];

const row = (what: string, { tools, tokens, bytes, wire }: Cost): string =>
  `| ${what} | ${[tools, tokens, bytes, wire].map((one) => one.toLocaleString('en')).join(' | ')} |`;

describe('the cost of lists', async () => {
  const usual = await listWith([]);
  const search = await listWith(['--mode', 'search']);
  const everything = await listWith(['--mode', 'tools', '--areas', 'all']);
  const seed = await listWith([
    '--mode',
    'tools',
    '--areas',
    'none',
    '--tools',
    seedTools.join(','),
  ]);
  const byArea = await Promise.all(
    areaNames.map(
      async (area) => [area, cost(await listWith(['--mode', 'tools', '--areas', area]))] as const,
    ),
  );
  const byPreset = await Promise.all(
    Object.keys(presets)
      .filter((preset) => preset !== 'none')
      .map(
        async (preset) =>
          [preset, cost(await listWith(['--mode', 'tools', '--areas', preset]))] as const,
      ),
  );

  it('is told tool by tool', async () => {
    const dearest = everything
      .map((tool) => [tool.name, cost([tool])] as const)
      .toSorted(([, a], [, b]) => b.tokens - a.tokens)
      .slice(0, 20);
    const text = [
      '# What the lists of tools cost',
      '',
      'Counted with o200k: name, description and input schema are what a model sees; titles and annotations stand on the wire besides. Written by the test beside it (`npx vitest run test/menu/token-cost.test.ts -u`).',
      '',
      ...head('mode'),
      row('both (default)', cost(usual)),
      row('search', cost(search)),
      row('tools, everything', cost(everything)),
      row('tools, the 48 of the seed catalogue', cost(seed)),
      '',
      ...head('preset, as direct tools'),
      ...byPreset.map(([preset, one]) => row(preset, one)),
      '',
      ...head('area, as direct tools'),
      ...byArea.map(([area, one]) => row(area, one)),
      '',
      ...head('dearest'),
      ...dearest.map(([name, one]) => row(name, one)),
      '',
    ].join('\n');
    console.log(text);
    await expect(text).toMatchFileSnapshot('./token-cost.md');
  });

  it('stays within what was promised', () => {
    expect(cost(usual).tokens).toBeLessThanOrEqual(15_000);
    expect(cost(search).tokens).toBeLessThanOrEqual(1_200);
    expect(cost(seed).tokens).toBeLessThanOrEqual(10_500);
    expect(cost(everything).tokens).toBeLessThanOrEqual(110_000);
  });
});
