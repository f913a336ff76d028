// What docs/simulation.md shows can be done as it stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/simulation.md'), 'utf8');

const blocks = (kind: string): readonly unknown[] =>
  [...text.matchAll(new RegExp(`\`\`\`json ${kind}\\n([^]*?)\`\`\``, 'g'))].map(([, json = '']) =>
    JSON.parse(json),
  );

describe('the document about the simulation', () => {
  it('shows a starting account that works', async () => {
    const [seedData] = blocks('seed');
    const { send } = createWorld({ seedData });
    expect((await send('GET', '/v2/droplets')).body.meta.total).toBe(2);
    expect((await send('GET', '/v2/snapshots')).body.meta.total).toBe(2);
    expect((await send('GET', '/v2/firewalls')).body.firewalls[0].droplet_ids).toHaveLength(1);
  });

  it('shows faults that can be set', async () => {
    const { send } = createWorld();
    const shown = blocks('fault');
    expect(shown.length).toBeGreaterThan(2);
    for (const fault of shown) {
      expect((await send('POST', '/_simulation/faults', fault)).status).toBe(201);
    }
  });
});
