// Forty ways in which a policy can be wrong: each stops the start, with the line, the place and what was meant.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/configuration/usage-error.ts';
import { readerFor } from '../../src/files/reader-for.ts';
import { readAgents } from '../../src/http/authentication/agent-file.ts';
import { box } from '../agent.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';

const key = `sha256:${createHash('sha256').update('one').digest('hex')}`;

const read = async (text: string, extension = 'json') => {
  const path = join(temporaryFolder(), `policy.${extension}`);
  writeFileSync(path, text);
  return readAgents({
    path,
    environment: { TEAM: 'dop_v1_0123' },
    toolNames: box.names,
    read: await readerFor(path),
  });
};

const messageOf = async (text: string, extension?: string): Promise<string> => {
  try {
    await read(text, extension);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
};

/** A file of one agent, whose grants or rules stand on line 3. */
const withAgent = (rest: string): string =>
  `{"version": 1, "agents": [{\n"name": "one", "key": "${key}", "token": {"env": "TEAM"}, "access": "write",\n${rest}}]}`;

const grant = (inside: string): string => withAgent(`"grants": [{${inside}}]`);
const rule = (inside: string): string => withAgent(`"rules": [{${inside}, "decision": "allow"}]`);

const wrong: readonly (readonly [what: string, text: string, ...expected: RegExp[]])[] = [
  ['a mistyped grants', withAgent('"grant": []'), /line 3, column 1/, /did you mean grants/],
  ['a mistyped rules', withAgent('"rule": []'), /line 3/, /did you mean rules/],
  ['a mistyped observe', withAgent('"observes": true'), /line 3/, /did you mean observe/],
  ['grants that are no list', withAgent('"grants": {}'), /agents\.0\.grants/, /line 3, column 1/],
  [
    'a grant that is a text',
    withAgent('"grants": ["droplets"]'),
    /agents\.0\.grants\.0/,
    /line 3, column 12/,
  ],
  ['rules that are null', withAgent('"rules": null'), /agents\.0\.rules/, /line 3/],
  ['observe that is a text', withAgent('"observe": "yes"'), /agents\.0\.observe/, /line 3/],
  ['a mistyped areas', grant('"area": ["droplets"]'), /did you mean areas/, /line 3, column 13/],
  [
    'an area that does not exist',
    grant('"areas": ["droplet"]'),
    /grants\.0\.areas\.0/,
    /line 3/,
    /droplets/,
  ],
  ['areas that are a text', grant('"areas": "droplets"'), /grants\.0\.areas/, /line 3/],
  ['no areas', grant('"areas": []'), /grants\.0\.areas/, /line 3/],
  [
    'a tool that does not exist',
    grant('"tools": ["droplet_list"]'),
    /tools\.0/,
    /Did you mean droplets_list/,
    /line 3, column 23/,
  ],
  [
    'a pattern that means no tool',
    grant('"tools": ["dorplets_*"]'),
    /tools\.0/,
    /no tool is meant/,
    /line 3/,
  ],
  [
    'a question about a tool that only reads by others',
    withAgent('"rules": [{"tools": ["account_inventory"], "decision": "ask"}]'),
    /rules\.0\.tools\.0/,
    /allow or deny/,
    /line 3, column 22/,
  ],
  ['an empty tool', grant('"tools": [""]'), /tools\.0/, /line 3/],
  [
    'a kind of access that does not exist',
    grant('"access": ["write"]'),
    /access\.0/,
    /change/,
    /line 3/,
  ],
  ['access that is a text', grant('"access": "read"'), /grants\.0\.access/, /line 3/],
  ['a mistyped resources', grant('"resource": {}'), /did you mean resources/, /line 3/],
  ['resources that name nothing', grant('"resources": {}'), /names nothing/, /line 3/],
  [
    'a mistyped dimension',
    grant('"resources": {"tag": ["a"]}'),
    /did you mean tags/,
    /line 3, column 27/,
  ],
  [
    'a dimension that is a text',
    grant('"resources": {"names": "web-*"}'),
    /resources\.names/,
    /line 3/,
  ],
  ['no names', grant('"resources": {"names": []}'), /resources\.names/, /line 3/],
  ['an id that is a number', grant('"resources": {"ids": [5]}'), /resources\.ids\.0/, /line 3/],
  [
    'a pattern that is too long',
    grant(`"resources": {"names": ["${'a'.repeat(300)}"]}`),
    /names\.0/,
    /line 3/,
  ],
  ['a condition without values', grant('"when": {"region": []}'), /when\.region/, /line 3/],
  ['a condition that is a text', grant('"when": {"region": "fra1"}'), /when\.region/, /line 3/],
  [
    'a condition on an object',
    grant('"when": {"region": [{}]}'),
    /when\.region\.0/,
    /text/,
    /line 3/,
  ],
  ['a condition on no argument', grant('"when": {"a b": ["x"]}'), /when/, /argument/, /line 3/],
  ['a bound that is a text', grant('"most": {"count": "3"}'), /most\.count/, /line 3/],
  ['a bound below nothing', grant('"most": {"count": -1}'), /most\.count/, /line 3/],
  ['a bound in a rule', rule('"most": {"count": 1}'), /no field most/, /line 3/],
  ['an end without a zone', grant('"until": "2027-01-01T00:00:00"'), /until/, /zone/, /line 3/],
  ['an end that is a day', grant('"until": "2027-01-01"'), /until/, /zone/, /line 3/],
  ['an end that never comes', grant('"until": "2027-13-41T00:00:00Z"'), /until/, /line 3/],
  ['a decision in a grant', grant('"decision": "allow"'), /no field decision/, /line 3/],
  [
    'a rule without a decision',
    withAgent('"rules": [{"areas": ["droplets"]}]'),
    /rules\.0\.decision/,
    /allow, ask, deny/,
    /line 3/,
  ],
  [
    'a decision that does not exist',
    withAgent('"rules": [{"decision": "refuse"}]'),
    /rules\.0\.decision/,
    /allow, ask, deny/,
    /line 3/,
  ],
  [
    'a setting of a later version',
    withAgent('"max_yearly_usd": 50'),
    /no field max_yearly_usd/,
    /line 3/,
  ],
  ['a mistyped budget', withAgent('"maxMonthlyUsd": 50'), /did you mean max_monthly_usd/, /line 3/],
  ['a budget that is a text', withAgent('"max_monthly_usd": "50"'), /max_monthly_usd/, /line 3/],
  ['a budget below nothing', withAgent('"max_monthly_usd": -1'), /max_monthly_usd/, /line 3/],
  [
    'a part of a thing an hour',
    withAgent('"max_creates_per_hour": 0.5'),
    /max_creates_per_hour/,
    /line 3/,
  ],
  [
    'a setting that stands twice',
    grant('"areas": ["droplets"], "areas": ["domains"]'),
    /areas twice/,
    /line 3/,
  ],
  ['a comma too many', grant('"areas": ["droplets"],'), /not valid JSON/, /line 3, column 35/],
  ['a list that does not end', withAgent('"grants": ['), /not valid JSON/, /line 3/],
  [
    'a field of nobody',
    withAgent('"note": "x"').replace('"version"', '"defaults": 1, "version"'),
    /no field defaults/,
    /line 1, column 2/,
  ],
];

describe('a policy that is wrong', () => {
  for (const [what, text, ...expected] of wrong)
    it(`by ${what} stops the start`, async () => {
      const message = await messageOf(text);
      for (const one of expected) expect(message).toMatch(one);
    });

  it.each<[string, string, ...RegExp[]]>([
    [
      'a mistyped setting',
      'agents:\n  - name: one\n    grant: []\nversion: 1\n',
      /line 3, column/,
      /did you mean grants/,
    ],
    ['a tab', 'version: 1\nagents:\n\t- name: one\n', /not valid YAML \(line 3/],
    ['a key twice', 'version: 1\nversion: 1\nagents: []\n', /twice.*line 2/],
    ['a tag of its own', 'version: !!js/function 1\nagents: []\n', /not valid YAML \(line 1/],
    [
      'references that grow without end',
      `${Array.from({ length: 9 }, (_, index) => `a${index}: &a${index} [${Array.from({ length: 9 }, () => (index === 0 ? '1' : `*a${index - 1}`)).join(', ')}]`).join('\n')}\n`,
      /refers to itself/,
    ],
  ])('in YAML by %s stops the start', async (_, text, ...expected) => {
    const message = await messageOf(text, 'yaml');
    for (const one of expected) expect(message).toMatch(one);
  });

  it('names no value of the file', async () => {
    const secret = 'hunter2hunter2hunter2';
    for (const text of [
      grant(`"tools": ["${secret}"]`),
      grant(`"areas": ["${secret}"]`),
      grant(`"${secret}9": 1`),
      grant(`"until": "${secret}"`),
      withAgent(`"rules": [{"decision": "${secret}"}]`),
    ])
      expect(await messageOf(text)).not.toContain(secret);
  });
});

describe('a policy that is right', () => {
  it('is taken as it stands', async () => {
    const [agent] = await read(
      grant(
        '"areas": ["droplets"], "tools": ["droplets_*"], "access": ["read", "change"], "resources": {"tags": ["ci-*"], "regions": ["fra1"]}, "when": {"size": ["s-*"], "names.*": ["a"]}, "most": {"names": 3}, "until": "2027-01-01T00:00:00Z", "note": "x"',
      ),
    );
    expect(agent?.policies).toHaveLength(1);
  });

  it('without grants and rules has no policy at all', async () => {
    const [agent] = await read(withAgent('"note": "x"'));
    expect(agent?.policies).toEqual([]);
  });
});
