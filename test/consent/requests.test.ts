// What asking costs: reads cost what they cost before, and what is cheap or adds nothing asks nobody.
import { describe, expect, it } from 'vitest';
import { askedAgent, outcomeOf } from './asked.ts';

const small = { name: 'n', size: 's-1vcpu-512mb-10gb', image: 'ubuntu-24-04-x64', region: 'nyc3' };

describe('where people are asked', () => {
  it.each([
    ['droplets_list', {}],
    ['domains_list_records', { domain_name: 'example.com' }],
    ['databases_list_clusters', {}],
    ['account_get', {}],
  ])('the read %s sends one request, as it does where nobody is asked', async (tool, given) => {
    const [asking, never] = [
      await askedAgent(),
      await askedAgent({ argv: ['--confirm', 'never'] }),
    ];
    for (const agent of [asking, never]) {
      const before = agent.requests.length;
      expect(outcomeOf(await agent.call(tool, given))).toBe('done');
      expect(agent.requests.length - before).toBe(1);
    }
  });

  it('what only adds and costs nothing asks nobody', async () => {
    const agent = await askedAgent();
    for (const [tool, given] of [
      ['domains_create', { name: 'new.example' }],
      ['tags_create', { name: 'new' }],
      ['projects_create', { name: 'new', purpose: 'Trying' }],
    ] as const)
      expect([tool, outcomeOf(await agent.call(tool, given))]).toEqual([tool, 'done']);
  });

  it('what costs asks from the sum on that the owner names', async () => {
    for (const [argv, outcome] of [
      [[], 'done'],
      [['--confirm-above', '4'], 'approval_pending'],
      [['--confirm-above', '4.01'], 'done'],
      [['--confirm-above', '0'], 'approval_pending'],
      [['--confirm', 'destroy', '--confirm-above', '0'], 'done'],
    ] as const) {
      const agent = await askedAgent({ argv });
      const reply = await agent.call('droplets_create', small);
      expect([argv, outcomeOf(reply)]).toEqual([argv, outcome]);
      if (outcome !== 'done') expect(reply.text).toMatch(/Costs about \$4 a month/);
    }
  });

  it('five of it are five times the price', async () => {
    const agent = await askedAgent();
    const { name: _, ...rest } = small;
    const reply = await agent.call('droplets_create', {
      ...rest,
      names: ['a', 'b', 'c', 'd', 'e'],
    });
    expect(outcomeOf(reply)).toBe('approval_pending');
    expect(reply.text).toMatch(/\$20 a month/);
  });

  it('a person sees the values that they agree to, and no secret among them', async () => {
    const agent = await askedAgent();
    const reply = await agent.call('droplets_create', {
      name: 'web-09',
      size: 's-2vcpu-4gb',
      image: 'ubuntu-24-04-x64',
      region: 'ams3',
      tags: ['web', 'env:prod'],
      user_data: '#cloud-config\npassword: hunter2hunter2',
    });
    expect(outcomeOf(reply)).toBe('approval_pending');
    for (const told of ['web-09', 's-2vcpu-4gb', 'ams3', 'env:prod', 'Costs about $24 a month'])
      expect(reply.text).toContain(told);
    expect(reply.text).not.toContain('hunter2');
    const [entry] = await (await agent.book()).all();
    expect(JSON.stringify(entry)).not.toContain('hunter2');
  });
});
