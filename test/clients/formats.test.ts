// One entry goes into a file and out of it, and every other character stays.
import { describe, expect, it } from 'vitest';
import type { FormatName } from '../../src/clients/client.ts';
import { FormatRefused, type Step, type Value } from '../../src/clients/formats/format.ts';
import { formatNamed } from '../../src/clients/formats/formats.ts';

const server: Value = { command: 'C:\\node.exe', args: ['a b', '--read-only'], env: { A: '1' } };

interface Kind {
  readonly format: FormatName;
  readonly path: readonly Step[];
  readonly entry: Value;
  readonly texts: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    format: 'jsonc',
    path: ['mcpServers', 'digitalocean'],
    entry: server,
    texts: [
      '{\n  "mcpServers": {}\n}\n',
      '{"mcpServers":{}}',
      '{"a":[1,2],"mcpServers":{"x":{"command":"y"}}}\n',
      '{\r\n\t"a": 1, // one\r\n\t"mcpServers": {\r\n\t\t"x": {"command": "y"} // why\r\n\t},\r\n}\r\n',
      '{\n    "mcpServers": {\n        "x": {\n            "command": "y"\n        }, /* c */\n        // end\n    }\n}',
      '// before\n{ "a": 1,\n  "mcpServers": {\n    // only a comment\n    "x": { "command": "y", },\n  },\n}\n// after\n',
      '{\n  "mcpServers": {\n    "x": {"command": "//", "args": ["/* no comment */", "}"]}\n  }\n}',
      '{ "mcpServers": { "x": { "command": "y" } },\n  "z": 1 }\n',
    ],
  },
  {
    format: 'yaml',
    path: ['extensions', 'digitalocean'],
    entry: server,
    texts: [
      'extensions: {}\nb: 1\n',
      '---\n# head\nextensions:\n    developer:\n        enabled: true # yes\n        args: []\n\n# about b\nb: |\n  text\n',
      'extensions:\r\n  a:\r\n    k: v\r\nz: 1\r\n',
      'extensions: {a: {b: 1}}\n',
      'extensions:\n  a:\n    t: |\n      text\n      more\n\n\n',
      'a: "x: y" # extensions: none\nextensions:\n  b: {c: [1, 2]} # flow\n',
    ],
  },
  {
    format: 'yaml',
    path: ['mcpServers', { key: 'name', is: 'digitalocean' }],
    entry: { name: 'digitalocean', command: 'node', args: ['a'] },
    texts: [
      'mcpServers:\n- name: a\n  command: b # c\n# about models\nmodels: []\n',
      'mcpServers:\n  - name: a\n    command: b\n',
      'mcpServers: []\n',
      'mcpServers: [{name: a}]\n',
      'models:\n  - name: x\n\nmcpServers:\n  -   name: a\n      args:\n        - b\n\nrules: []\n',
    ],
  },
  {
    format: 'toml',
    path: ['mcp_servers', 'digitalocean'],
    entry: server,
    texts: [
      '# mine\nmodel = "m"   # best\n\n[mcp_servers.docs]\ncommand = "npx" # c\nargs = [\n  "-y",   # yes\n]\n\n[features]\nbig = 9007199254740993\nwhen = 2026-11-25T10:00:00Z\n',
      'mcp_servers = { a = { command = "b" } }\nz = 1\n',
      'model = "x"\r\n\r\n[mcp_servers.a]\r\ncommand = "b"\r\n',
      '[mcp_servers]\n[mcp_servers.a]\ncommand="b"\n[mcp_servers.a.env]\nK="v"\n[tui]\nx=1\n',
      'mcp_servers.a.command = "b"\nz = 1\n',
      '[[x]]\na=1\n\n[[x]]\na=2\n',
      'z = 1\n',
      '',
    ],
  },
];

describe.each(kinds)('$format at $path.1', ({ format: name, path, entry, texts }) => {
  it.each(texts)('takes an entry in and gives it back: %j', async (text) => {
    const format = await formatNamed(name);
    const withIt = format.put(text, path, entry);
    expect(withIt).not.toBe(text);
    expect(format.put(withIt, path, entry)).toBe(withIt);
    expect(format.drop(withIt, path)).toBe(text);
    expect(format.drop(text, path)).toBe(text);
  });

  it.each(texts)('keeps every line that was there: %j', async (text) => {
    const format = await formatNamed(name);
    const withIt = format.put(text, path, entry);
    const left = withIt
      .split('\n')
      .map((line) => line.replace(/,(?=\s*(?:\/\/.*|\/\*.*)?\r?$)/, ''));
    const lost = text
      .split('\n')
      .map((line) => line.replace(/,(?=\s*(?:\/\/.*|\/\*.*)?\r?$)/, ''))
      .filter((line) => line.length < 60 && !/[{[].*[}\]]/.test(line) && !left.includes(line));
    expect(lost).toEqual([]);
    if (text.includes('\r\n')) expect(withIt).not.toMatch(/[^\r]\n/);
  });

  it.each(texts)('changes an entry where it stands: %j', async (text) => {
    const format = await formatNamed(name);
    const first = format.put(text, path, entry);
    const other: Value = { name: 'digitalocean', command: 'other', args: [] };
    const changed = format.put(first, path, other);
    expect(format.drop(changed, path)).toBe(text);
  });
});

describe('a text that its client could not read', () => {
  it.each<[FormatName, string, string]>([
    ['json', '{"a": 1,}', 'a comma too many, or a name without quotes (line 1, column 9)'],
    ['json', '// c\n{}', 'has a comment'],
    ['json', '{"a": "secret-value"', 'lacks a closing brace'],
    ['json', '{"a": 1} 2', 'goes on after its end'],
    ['json with comments', '{"a": 1,}', 'a comma too many'],
    ['jsonc', '{"a" 1}', '(line 1'],
    ['jsonc', '{a: 1}', 'a word outside of double quotes'],
    ['jsonc', `${'['.repeat(5000)}`, 'nested deeper'],
    ['toml', 'a = \n', 'is not valid TOML (line 1'],
    ['toml', 'a = 1\na = 2\n', 'is not valid TOML'],
    ['yaml', 'a: 1\na: 2\n', 'has a key twice'],
    ['yaml', 'a:\n\tb: 1\n', 'has a tab'],
    ['yaml', 'a: 1\n---\nb: 2\n', 'several documents'],
    ['yaml', 'a: [1\n', 'is not valid YAML'],
  ])('is refused with its place, as %s: %j', async (name, text, words) => {
    const format = await formatNamed(name);
    for (const use of [
      () => format.read(text),
      () => format.put(text, ['mcpServers', 'x'], server),
      () => format.drop(text, ['mcpServers', 'x']),
    ]) {
      expect(use).toThrow(FormatRefused);
      expect(use).toThrow(words);
      expect(use).not.toThrow('secret-value');
    }
  });

  it.each<[FormatName, string]>([
    ['jsonc', '{"mcpServers": []}'],
    ['jsonc', '{"mcpServers": "x"}'],
    ['jsonc', '[]'],
    ['jsonc', '{"mcpServers": {}, "mcpServers": {}}'],
    ['yaml', 'mcpServers: [1]\n'],
    ['yaml', 'x: &y\n  a: 1\nmcpServers: *y\n'],
    ['toml', 'mcpServers = 1\n'],
  ])('has no place for servers where something else stands, as %s: %j', async (name, text) => {
    const format = await formatNamed(name);
    expect(() => format.put(text, ['mcpServers', 'x'], server)).toThrow(FormatRefused);
  });
});
