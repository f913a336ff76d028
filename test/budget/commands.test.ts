// The commands about policies tell of budgets, and of what is left of them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../commands/run-program.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { fileOf } from '../policy/served.ts';
import { connectSpender, droplet, free } from './spender.ts';

const fileWith = (content: object): string => {
  const path = join(temporaryFolder(), 'agents.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};

it('policy explain tells what is left of each budget, as the state folder has it', async () => {
  const stateFolder = newStateFolder();
  const { call } = await connectSpender({
    policy: { ...free, max_monthly_usd: 20 },
    stateFolder,
  });
  await call('droplets_create', droplet('a'));
  const own = fileWith({ version: 1, ...free, max_monthly_usd: 20, max_creates_per_hour: 5 });
  const told = await runProgram(['policy', 'explain', '--policy', own, '--state-dir', stateFolder]);
  expect(told.code).toBe(0);
  expect(told.printed.replaceAll(/\s+/g, ' ')).toContain(
    'Budget of the whole server: $20 a month, of which $6 is used and $14 left; 5 things that cost an hour,',
  );
});

it('policy explain and check tell of the budgets of agents, without a server or a state folder', async () => {
  const agents = fileWith({
    ...JSON.parse(fileOf({ ci: { max_monthly_usd: 50 }, dev: {} })),
    max_monthly_usd: 80,
  });
  const explained = await runProgram(['policy', 'explain', '--policy', agents, '--agent', 'ci']);
  expect(explained.printed).toContain('Budget: $50 a month, of which $0 is used and $50 left.');
  const checked = await runProgram(['policy', 'check', '--policy', agents]);
  expect(checked.said).toContain('2 agents, of which 0 have grants or rules, and 2 a budget');
  const given = JSON.stringify(droplet('a'));
  const call = ['--tool', 'droplets_create', '--args', given];
  const said = await runProgram(['policy', 'check', '--policy', agents, ...call]);
  expect(said.printed).toContain(
    'dev: no_policy: only its limits hold; what it costs has to fit into a budget of $80 a month',
  );
  const reads = ['--tool', 'droplets_list', '--args', '{}'];
  const read = await runProgram(['policy', 'check', '--policy', agents, ...reads]);
  expect(read.printed).not.toContain('budget');
});
