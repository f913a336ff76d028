// Runs the clients of others against the built simulation: steps tried, worked, honest gaps (501), failures with their reasons.
import { runSteps } from './lockstep.ts';
import { programs } from './programs.ts';
import { startStandIn } from './stand-in.ts';
import { gapsIn, reasonOf, type Verdict, verdictOn } from './verdict.ts';

const chosen = process.argv.slice(2);
const rows: string[] = [];
const failures: string[] = [];
const untried: string[] = [];
const gaps = new Set<string>();

for (const program of programs) {
  if (chosen.length > 0 && !chosen.includes(program.name)) continue;
  const missing = program.absent();
  if (missing !== undefined) {
    rows.push(`| ${program.name} | not here: ${missing} | | | | | |`);
    continue;
  }
  const standIn = await startStandIn();
  try {
    console.error(`${program.name} …`);
    const [command, ...words] = program.command();
    const steps = await runSteps(standIn, command, words, program.folder, program.environment);
    const counts: Record<Verdict, number> = { worked: 0, gap: 0, failed: 0, untried: 0 };
    let exchanges = 0;
    for (const step of steps) {
      const verdict = verdictOn(step);
      counts[verdict] += 1;
      exchanges += step.exchanges.length;
      for (const gap of gapsIn(step)) gaps.add(gap);
      if (verdict === 'failed') failures.push(`${program.name}: ${step.name}: ${reasonOf(step)}`);
      if (verdict === 'untried') untried.push(`${program.name}: ${step.name}: ${reasonOf(step)}`);
    }
    rows.push(
      `| ${program.name} | ${steps.length} | ${counts.worked} | ${counts.gap} | ${counts.failed} | ${counts.untried} | ${exchanges} |`,
    );
  } finally {
    standIn.close();
  }
}

console.log('| client | steps tried | worked | honest gaps | failed | untried | exchanges |');
console.log('|---|---|---|---|---|---|---|');
for (const row of rows) console.log(row);
for (const gap of [...gaps].sort()) console.log(`GAP ${gap}`);
for (const line of untried) console.log(`UNTRIED ${line}`);
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
