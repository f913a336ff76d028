// npm run bench: measures what the budgets are about and prints one table. Names after `--` choose: start tokens calls record http hostile.
import { fileURLToPath } from 'node:url';
import { build } from '../scripts/set-up/build.mjs';
import type { Row } from './row.ts';
import { tableOf } from './table.ts';

const measurements: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  start: async () => (await import('./start-up.ts')).measureStartUp(),
  tokens: async () => (await import('./tokens.ts')).measureTokens(),
  calls: async () => (await import('./call-overhead.ts')).measureCallOverhead(),
  record: async () => (await import('./recording.ts')).measureRecording(),
  http: async () => (await import('./http-load.ts')).measureHttpLoad(),
  hostile: async () => (await import('./hostile.ts')).measureHostile(),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(measurements, name));
if (unknown.length > 0) {
  console.error(
    `There is no measurement ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`,
  );
  process.exit(2);
}
const built = await build(fileURLToPath(new URL('..', import.meta.url)));
if (built !== 0) process.exit(built);

const rows: Row[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  try {
    rows.push(...(await measure()));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    rows.push({ what: name, bar: 'measured', measured: `failed: ${reason}`, ok: false });
  }
}
console.log(tableOf(rows));
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
