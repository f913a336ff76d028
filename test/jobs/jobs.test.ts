// Jobs as prompts, as skills and with completed arguments, through real clients of both generations.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jobs } from '../../src/jobs/jobs.ts';
import { type Agent, box, connectAgent } from '../agent.ts';

const textOf = async (
  agent: Agent,
  name: string,
  given: Record<string, string> = {},
): Promise<string> => {
  const { messages } = await agent.ask('prompts/get', { name, arguments: given });
  const [message] = messages as { role: string; content: { text: string } }[];
  expect(message?.role).toBe('user');
  return message?.content.text ?? '';
};

const promptNames = async (agent: Agent): Promise<readonly string[]> => {
  const { prompts } = await agent.ask('prompts/list');
  return (prompts as { name: string }[]).map(({ name }) => name);
};

const complete = async (agent: Agent, ref: unknown, name: string, value: string) => {
  const { completion } = await agent.ask('completion/complete', { ref, argument: { name, value } });
  return completion as { values: string[]; total: number; hasMore: boolean };
};

/** Words of a text that are built like the names of tools. */
const wordsLikeTools = (text: string): readonly string[] =>
  (text.match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []).filter(
    (word) => word.endsWith('_tool') === false && !/_(?:ids?|seconds|off|on|run)$/.test(word),
  );

describe('the jobs', () => {
  it.each(jobs.map((job) => [job.name, job] as const))(
    'name in each step the tools that it uses, and no others: %s',
    (_, job) => {
      const named = (text: string) => wordsLikeTools(text).filter((word) => box.outlineOf(word));
      for (const { says, uses = [] } of job.steps)
        expect(new Set(named(says)), says).toEqual(new Set(uses.map((id) => box.nameOf(id))));
      const said = [...job.steps.map(({ says }) => says), job.ends].join(' ');
      expect(wordsLikeTools(said).filter((word) => !box.outlineOf(word))).toEqual([]);
      const filledIn = said.match(/(?<=\{)\w+(?=\})/g) ?? [];
      expect(job.arguments.map(({ name }) => name)).toEqual(expect.arrayContaining(filledIn));
    },
  );

  it.each(['old', 'new'] as const)('are prompts for the %s generation', async (generation) => {
    const agent = await connectAgent({ generation });
    expect(await promptNames(agent)).toEqual(jobs.map(({ name }) => name));
    const text = await textOf(agent, 'safe_resize', { droplet_id: '12', size: 's-2vcpu-4gb' });
    expect(text).toContain('Read droplets_get for 12');
    expect(text).toContain('size s-2vcpu-4gb and disk false');
    expect(text.indexOf('type snapshot')).toBeLessThan(text.indexOf('type resize'));
    await agent.close();
  });

  it('are offered as far as the token grants, and say which steps are left out', async () => {
    const agent = await connectAgent({ argv: ['--sandbox', '--read-only'] });
    const names = await promptNames(agent);
    expect(names).toContain('cost_review');
    expect(names).not.toContain('safe_resize');
    await expect(agent.ask('prompts/get', { name: 'safe_resize' })).rejects.toThrow(
      'There is no prompt safe_resize',
    );
    await agent.close();
    const narrow = await connectAgent({
      argv: ['--sandbox', '--areas', 'droplets', '--areas', 'sizes'],
    });
    const text = await textOf(narrow, 'cost_review');
    expect(text).toContain('droplets_list');
    const named = wordsLikeTools(text).filter((word) => box.outlineOf(word));
    expect(new Set(named)).toEqual(new Set(['droplets_list', 'sizes_list']));
    expect(text).toMatch(/8 steps were left out/);
    await narrow.close();
  });

  it('ask for what they need', async () => {
    const agent = await connectAgent();
    await expect(
      agent.ask('prompts/get', { name: 'safe_resize', arguments: { size: 'x' } }),
    ).rejects.toThrow('safe_resize needs droplet_id');
    await agent.close();
  });

  it('are skills where their order matters, with digests of what is read', async () => {
    const agent = await connectAgent({ generation: 'new' });
    const { skills } = (await agent.ask('skills/list')) as unknown as {
      skills: {
        uri: string;
        frontmatter: { name: string };
        resources: { uri: string; digest: string }[];
      }[];
    };
    expect(skills.map(({ frontmatter }) => frontmatter.name)).toEqual(
      jobs.filter((job) => job.isOrdered).map(({ name }) => name.replaceAll('_', '-')),
    );
    for (const skill of skills) {
      const { contents } = (await agent.ask('resources/read', { uri: skill.uri })) as unknown as {
        contents: { text: string }[];
      };
      const digest = createHash('sha256')
        .update(contents[0]?.text ?? '')
        .digest('hex');
      expect(skill.resources).toEqual([
        expect.objectContaining({ uri: skill.uri, digest: `sha256:${digest}` }),
      ]);
      expect(await agent.ask('skills/get', { uri: skill.uri })).toMatchObject({
        skill: { uri: skill.uri },
      });
    }
    await expect(agent.ask('skills/get', { uri: 'skill://none/SKILL.md' })).rejects.toThrow(
      'There is no skill',
    );
    await agent.close();
  });
});

describe('an argument', () => {
  it.each(['old', 'new'] as const)(
    'is completed from the account, for the %s generation',
    async (generation) => {
      const agent = await connectAgent({ generation });
      const prompt = (name: string) => ({ type: 'ref/prompt', name });
      expect((await complete(agent, prompt('new_server'), 'region', 'ny')).values).toContain(
        'nyc3',
      );
      expect((await complete(agent, prompt('new_server'), 'size', 's-1')).values).toContain(
        's-1vcpu-1gb',
      );
      expect(
        (await complete(agent, prompt('new_server'), 'image', 'ubuntu')).values.length,
      ).toBeGreaterThan(0);
      expect(
        (await complete(agent, prompt('safe_resize'), 'droplet_id', '')).values.length,
      ).toBeGreaterThan(0);
      expect(
        (await complete(agent, prompt('take_down_project'), 'project_id', '')).values.length,
      ).toBeGreaterThan(0);
      const schema = { type: 'ref/resource', uri: 'do://schemas/{tool}' };
      const { values, hasMore } = await complete(agent, schema, 'tool', '');
      const { contents } = (await agent.ask('resources/read', {
        uri: 'do://catalogue',
      })) as unknown as {
        contents: { text: string }[];
      };
      const served = (JSON.parse(contents[0]?.text ?? '') as { tools: number }).tools;
      expect(values).toHaveLength(Math.min(100, served));
      expect(hasMore).toBe(served > 100);
      expect((await complete(agent, schema, 'tool', 'droplets_de')).values).toContain(
        'droplets_destroy',
      );
      await agent.close();
    },
  );

  it('is completed with nothing where nothing may be read, or nothing is meant', async () => {
    const agent = await connectAgent({ argv: ['--sandbox', '--exclude-tools', 'regions_list'] });
    const prompt = { type: 'ref/prompt', name: 'new_server' };
    expect(await complete(agent, prompt, 'region', '')).toEqual({
      values: [],
      total: 0,
      hasMore: false,
    });
    expect((await complete(agent, prompt, 'name', '')).values).toEqual([]);
    expect((await complete(agent, prompt, 'image', 'x'.repeat(5000))).values).toEqual([]);
    expect((await complete(agent, { type: 'ref/prompt', name: 'none' }, 'x', '')).values).toEqual(
      [],
    );
    await agent.close();
  });
});
