// Measures how long arguments that were made to be costly hold the event loop: `npx tsx bench/hostile-arguments.ts`.
import { loadCatalogue } from '../scope-map/catalogue.ts';
import { createValidator } from '../tools/request/validation.ts';
import { buildTools } from '../tools/tool/build-tools.ts';

const tools = buildTools(await loadCatalogue());

const many = <T>(length: number, one: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => one(at));

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Arguments by what is much about them, just within and far beyond the bounds. */
const cases: Readonly<Record<string, readonly [tool: string, given: unknown]>> = {
  'fields, 149,000 names': ['droplets_list', { fields: many(149_000, (at) => `f${at}`) }],
  'fields, 2,900 names': ['droplets_list', { fields: many(2_900, (at) => `f${at}`) }],
  'unknown names, 14,000': [
    'droplets_create',
    Object.fromEntries(many(14_000, (at) => [`argument_${at}`, at])),
  ],
  'unknown names, 2,900 of 100 letters': [
    'droplets_create',
    Object.fromEntries(many(2_900, (at) => [`${at}${'x'.repeat(95)}`, at])),
  ],
  'wrong elements, 100,000': ['droplets_create', { ssh_keys: many(100_000, () => ({})) }],
  'wrong elements, 2,900': ['droplets_create', { ssh_keys: many(2_900, () => ({})) }],
  'wrong elements as text, 300,000': [
    'droplets_create',
    { tags: JSON.stringify(many(300_000, () => 1)) },
  ],
  'wrong objects, 500': [
    'firewalls_create',
    { name: 'a', inbound_rules: many(500, () => ({ protocol: 1, x: 1, y: 2, ports: {} })) },
  ],
  'text of 1 MiB': ['droplets_create', { user_data: 'x'.repeat(1_048_000) }],
  'escapes of 1 MiB': ['droplets_create', { user_data: '\\u005b'.repeat(174_000) }],
  'backslashes of 1 MiB': ['droplets_create', { user_data: '\\'.repeat(1_048_000) }],
  'depth 100,000': ['apps_create', { spec: JSON.parse(nested(100_000)) }],
  'depth 100,000 as text': ['apps_create', { spec: nested(100_000) }],
  'app with 700 wrong parts': [
    'apps_create',
    { spec: { name: 'a', services: many(700, () => ({ name: 1, envs: 2, x: 3 })) } },
  ],
};

for (const [name, [toolName, given]] of Object.entries(cases)) {
  const tool = tools.find((one) => one.name === toolName);
  if (!tool) throw new Error(`no tool ${toolName}`);
  const validate = createValidator(tool);
  await validate({});
  let worst = 0;
  for (let go = 0; go < 5; go++) {
    // Processor time, so that what else runs on the machine does not count.
    const begun = process.cpuUsage();
    await validate(given);
    const { user, system } = process.cpuUsage(begun);
    worst = Math.max(worst, (user + system) / 1000);
  }
  process.stdout.write(`${name.padEnd(40)} ${worst.toFixed(1)} ms at worst\n`);
}
