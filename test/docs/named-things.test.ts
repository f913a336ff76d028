// Whatever our sentences and documents name, exists: commands, options, variables.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { isVariableOfOurs } from '../../src/configuration/environment.ts';
import type { Option } from '../../src/configuration/options/option.ts';
import { namedOptions } from '../../src/configuration/options/options.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const filesIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

const documents = [
  'README.md',
  'CHANGELOG.md',
  '.env.example',
  ...filesIn('docs', /\.md$/),
  ...filesIn('deploy', /./),
].filter((file) => !file.endsWith('deploy'));
const sources = ['src', 'tools', 'scope-map'].flatMap((room) => filesIn(room, /\.ts$/));

const matches = (
  files: readonly string[],
  pattern: RegExp,
): readonly (readonly [string, string])[] =>
  files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(
      ([, name = '']) => [name, file] as const,
    ),
  );

describe('what is named', () => {
  it('as a command is in the table of commands', () => {
    const known = new Set(['help', 'version', ...commands.map(({ name }) => name.split(' ')[0])]);
    const named = matches([...sources, ...documents], /\bdo-mcp(?:\.cjs)?[ ]+([a-z][a-z-]*)/g);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(([word]) => !known.has(word))).toEqual([]);
  });

  it('as a second word of a command is there, too', () => {
    const known = new Set(commands.map(({ name }) => name));
    const named = matches([...sources, ...documents], /\bdo-mcp(?:\.cjs)?[ ]+(agent [a-z]+)/g);
    expect(named.filter(([words]) => !known.has(words))).toEqual([]);
  });

  it('as an option is an option', () => {
    const known = new Set<string>([
      'help',
      'version',
      ...(namedOptions as readonly (readonly [string, Option])[]).flatMap(
        ([, { flag }]) => flag ?? [],
      ),
    ]);
    // Of npm run catalogue, Node.js, and the programs that docs/deploy.md tells how to call.
    const ofOthers = new Set(
      'spec write token exec env-file max-old-space-size build detach rm engine region from'.split(
        ' ',
      ),
    );
    const pages = documents.filter((file) => !file.startsWith('deploy'));
    const rooms = sources.filter((file) => !file.startsWith(join('tools', 'secrets')));
    const named = matches([...rooms, ...pages], /(?<![\w-])--([a-z][a-z-]*[a-z])/g);
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter(([flag]) => !known.has(flag) && !ofOthers.has(flag))).toEqual([]);
  });

  it('as a variable is read by the program', () => {
    const named = matches([...sources, ...documents], /\b(DO_MCP_[A-Z_]*[A-Z])\b(?!_)/g);
    expect(named.length).toBeGreaterThan(30);
    expect(
      named.filter(
        ([name]) =>
          !isVariableOfOurs(name) && !/^DO_MCP_TOKEN(_NIGHT(_WATCH)?)?$|^DO_MCP_PORT$/.test(name),
      ),
    ).toEqual([]);
  });
});

describe("the README's table of commands", () => {
  it('shows each as it has to be called', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const { name, usage } of commands)
      expect(readme).toContain(`\`do-mcp ${name}${usage && ` ${usage}`}`);
  });
});
