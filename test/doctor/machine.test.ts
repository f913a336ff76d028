// What the doctor finds on machines and days that a test cannot have: another Node.js, a clone, a file .env.
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doctorOptions } from '../../src/commands/option-sets.ts';
import { configuration } from '../../src/doctor/checks/configuration.ts';
import { howStarted } from '../../src/doctor/checks/how-started.ts';
import { nodeVersion } from '../../src/doctor/checks/node-version.ts';
import { type Machine, type Situation, thisMachine } from '../../src/doctor/situation.ts';
import { readTold } from '../../src/doctor/told.ts';
import { box } from '../agent.ts';
import { newFolder, someToken, write } from './stand-in.ts';

const situation = (machine: Partial<Machine>, day = '2026-11-25'): Situation => {
  const environment = { HOME: newFolder() };
  return {
    told: readTold({}, environment, doctorOptions, box),
    machine: { ...thisMachine(environment), ...machine },
    box,
    clock: { now: () => Date.parse(day), sleep: () => Promise.resolve() },
    reached: () => Promise.resolve({ tried: [], proxy: null, isOnline: false }),
    tokenInfo: () => Promise.resolve(null),
    clients: () => Promise.resolve([]),
    policyIn: () => Promise.resolve(''),
    saying: () => undefined,
  };
};

describe('Node.js', () => {
  it.each([
    ['18.20.8', 'node.old'],
    ['20.18.0', 'node.old'],
    ['20.19.0', 'node.unmaintained'],
    ['22.12.0', 'node.ok'],
    ['24.1.0', 'node.ok'],
    ['26.0.0', 'node.ok'],
  ])('%s is told of as %s', async (node, id) => {
    expect((await nodeVersion.look(situation({ node }))).map((one) => one.id)).toEqual([id]);
  });

  it('is maintained until its day', async () => {
    const look = (day: string) => nodeVersion.look(situation({ node: '22.12.0' }, day));
    expect((await look('2027-04-29'))[0]?.id).toBe('node.ok');
    expect((await look('2027-05-02'))[0]?.id).toBe('node.unmaintained');
  });
});

describe('where the program stands', () => {
  it.each([
    ['/home/sam/.npm/_npx/1a2b/node_modules/digitalocean-scoped-mcp/dist/do-mcp.cjs', 'by npx'],
    ['/usr/lib/node_modules/digitalocean-scoped-mcp/dist/do-mcp.cjs', 'from a global installation'],
    [
      'C:\\Users\\sam\\AppData\\Roaming\\npm\\node_modules\\digitalocean-scoped-mcp\\dist\\do-mcp.cjs',
      'from a global installation',
    ],
    ['/home/sam/agent/node_modules/digitalocean-scoped-mcp/dist/do-mcp.cjs', 'from a project'],
  ])('is told: %s', async (script, way) => {
    const [how] = await howStarted.look(situation({ script }));
    expect(how?.found).toContain(way);
  });

  it('may be a clone whose sources are newer than what was built', async () => {
    const folder = newFolder();
    write(join(folder, 'package.json'), '{}');
    for (const room of ['src', 'tools', 'scope-map']) write(join(folder, room, 'a.ts'), '');
    const script = write(join(folder, 'dist', 'do-mcp.cjs'), '');
    const ids = async () => (await howStarted.look(situation({ script }))).map(({ id }) => id);
    expect(await ids()).toEqual(['start.how']);
    utimesSync(script, 1, 1);
    expect(await ids()).toEqual(['start.how', 'start.old_build']);
  });
});

it('a file .env that nobody read is named, without its values', async () => {
  const folder = newFolder();
  write(join(folder, '.env'), `DIGITALOCEAN_TOKEN=${someToken}\nDO_MCP_AREAS=domains\nOTHER=1\n`);
  const findings = await configuration.look(situation({ folder }));
  const unread = findings.find(({ id }) => id === 'configuration.env_file_unread');
  expect(unread?.found).toMatch(/sets DIGITALOCEAN_TOKEN, DO_MCP_AREAS, and/);
  expect(JSON.stringify(findings)).not.toContain(someToken);
});

it('a value from a file that Node.js has read is told with the file', async () => {
  const file = write(join(newFolder(), 'prod.env'), 'DO_MCP_AREAS=domains\n');
  const { told, ...rest } = situation({ envFiles: [file] });
  const environment = { ...told.environment, DO_MCP_AREAS: 'domains' };
  const [values] = await configuration.look({
    ...rest,
    told: readTold({}, environment, doctorOptions, box),
  });
  expect(values?.details).toContain(
    `areas: domains, from the variable DO_MCP_AREAS, which ${file} sets`,
  );
});
