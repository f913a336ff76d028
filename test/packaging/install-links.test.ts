// The links of docs/start.md that put the server into a client: decoded as the client does, they hold what init would write.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { withLinks } from '../../scripts/packages/install-links.ts';
import { commands } from '../../src/commands/commands.ts';
import { findCommand, refuseStrays } from '../../src/commands/find-command.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';

const page = readFileSync(new URL('../../docs/start.md', import.meta.url), 'utf8');

const targets = new Map(
  [...page.matchAll(/^\[([\w-]+)\]: (\S+)$/gm)].map(([, label = '', link = '']) => [label, link]),
);
const rows = [...page.matchAll(/^\| (.+?) \| \[install\]\[(.+?)\] \| \[install\]\[(.+?)\] \|$/gm)];
const linksOf = (client: string): readonly string[] =>
  (rows.find(([, name]) => name === client)?.slice(2) ?? []).map(
    (label) => targets.get(label) ?? '',
  );

interface Config {
  readonly name?: string;
  readonly type: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: readonly object[];
}

const wordsOf = (link: string): URLSearchParams => new URL(link).searchParams;

/** As VS Code reads it: the page passes the address on, which is an object behind its question mark. */
const vscodeReads = (link: string): { app: string; config: Config } => {
  const [app = '', text = ''] = (wordsOf(link).get('url') ?? '').split(':mcp/install?');
  return { app, config: JSON.parse(decodeURIComponent(text)) };
};

/** As Cursor reads it. */
const cursorReads = (link: string): Config => {
  const words = wordsOf(link);
  const config = Buffer.from(words.get('config') ?? '', 'base64').toString('utf8');
  return { name: words.get('name') ?? '', ...JSON.parse(config) };
};

const decoded = (): readonly Config[] => [
  ...['VS Code', 'VS Code Insiders'].flatMap((client) =>
    linksOf(client).map((link) => vscodeReads(link).config),
  ),
  ...linksOf('Cursor').map(cursorReads),
];

describe('the links of docs/start.md', () => {
  it('are those that npm run packages writes', () => {
    expect(page).toBe(withLinks(page));
    expect(decoded()).toHaveLength(6);
  });

  it('open the app that they are named after', () => {
    expect(linksOf('VS Code').map((link) => vscodeReads(link).app)).toEqual(['vscode', 'vscode']);
    expect(linksOf('VS Code Insiders').map((link) => vscodeReads(link).app)).toEqual([
      'vscode-insiders',
      'vscode-insiders',
    ]);
  });

  it('start the package of this version by npx, with arguments that the program takes', () => {
    for (const { name, type, command, args } of decoded()) {
      expect({ name, type, command }).toEqual({
        name: 'digitalocean',
        type: 'stdio',
        command: 'npx',
      });
      const [yes, wanted, ...given] = args;
      expect([yes, wanted]).toEqual(['-y', `${manifest.name}@${manifest.version}`]);
      const line = parseCommandLine(given);
      refuseStrays(commands, findCommand(commands, line.words), line.given);
    }
  });

  it('read only with an account, and need nothing for the simulation', () => {
    const [account, simulation] = linksOf('Cursor').map(cursorReads);
    expect(account?.args).toContain('--read-only');
    expect(simulation?.args).toContain('--sandbox');
    expect(simulation?.env).toBeUndefined();
  });

  it('refer to the token, and have VS Code ask for it as a secret', () => {
    const [account] = linksOf('VS Code').map((link) => vscodeReads(link).config);
    const [input] = account?.inputs ?? [];
    expect(input).toMatchObject({ type: 'promptString', password: true });
    const { id = '' } = (input ?? {}) as { id?: string };
    expect(account?.env).toEqual({ DIGITALOCEAN_TOKEN: `\${input:${id}}` });
    const [cursor] = linksOf('Cursor').map(cursorReads);
    expect(cursor?.env).toEqual({ DIGITALOCEAN_TOKEN: `\${env:DIGITALOCEAN_TOKEN}` });
  });
});
