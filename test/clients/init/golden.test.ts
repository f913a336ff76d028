// What is written for each client on each platform is what a person reads in the golden file, and what the client's own parser reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Client, clientNames } from '../../../src/clients/client.ts';
import { clients } from '../../../src/clients/clients.ts';
import type { Home } from '../../../src/clients/home.ts';
import { temporaryFolder } from '../../http/temporary-folder.ts';
import { homeIn, placeOf, platforms } from '../homes.ts';
import { filesIn, runInit } from './run-init.ts';

const golden = (client: Client): string =>
  fileURLToPath(new URL(`./golden/${client.name}.txt`, import.meta.url));

const tokenFile = '/home/sam/secret/token';

/** The ways in which a server is written, each with its words. */
const ways = (client: Client): readonly (readonly string[])[] => [
  ['--sandbox'],
  ...(client.reference.stdio ? [['--areas', 'droplets,domains']] : []),
  ...(client.http
    ? [['--http', 'http://127.0.0.1:8080/mcp', ...(client.reference.http ? [] : ['--sandbox'])]]
    : []),
];

const parsedAs = (client: Client, text: string): unknown => {
  if (client.format === 'toml') return parseToml(text);
  if (client.format === 'yaml') return parseYaml(text);
  if (client.format === 'json') return JSON.parse(text);
  const errors: Parameters<typeof parseJsonc>[1] = [];
  const value: unknown = parseJsonc(text, errors, { allowTrailingComma: true });
  expect(errors).toEqual([]);
  return value;
};

const fresh = (platform: Home['platform']): { root: string; home: Home } => {
  const root = temporaryFolder();
  return { root, home: homeIn(root, platform) };
};

const environmentOf = ({ platform, environment }: Home) =>
  platform === 'wsl' ? { ...environment, WSL_DISTRO_NAME: 'Debian' } : environment;

describe.each(clientNames)('the file of %s', (name) => {
  const client = clients[name];

  it('is the golden one on every platform', async () => {
    const pieces: string[] = [];
    for (const platform of platforms)
      for (const words of ways(client)) {
        const { root, home } = fresh(platform);
        const environment = environmentOf(home);
        const ended = await runInit(home, [name, '--write', ...words], { environment });
        expect(ended.code, ended.said).toBe(0);
        const path = placeOf(client, home);
        const text = readFileSync(path, 'utf8');
        parsedAs(client, text);
        pieces.push(`== ${platform}: ${words.join(' ')}\n${path.slice(root.length)}\n${text}`);
      }
    await expect(pieces.join('\n')).toMatchFileSnapshot(golden(client));
  });

  it('is the same after a second time, and gone after --remove', async () => {
    for (const platform of platforms)
      for (const words of ways(client)) {
        const { root, home } = fresh(platform);
        const environment = environmentOf(home);
        const before = filesIn(root);
        await runInit(home, [name, '--write', ...words], { environment });
        const once = filesIn(root);
        const again = await runInit(home, [name, '--write', ...words], { environment });
        expect(again.code).toBe(0);
        expect(again.printed).toBe('');
        expect(again.said).toContain('has it already');
        expect(filesIn(root)).toEqual(once);
        const removed = await runInit(home, [name, '--write', '--remove'], { environment });
        expect(removed.code, removed.said).toBe(0);
        expect(filesIn(root)).toEqual(before);
      }
  });

  it('names the file of a token that was given, and never the token', async () => {
    const { root, home } = fresh('linux');
    const ended = await runInit(home, [name, '--print', '--token-file', tokenFile]);
    expect(ended.code).toBe(0);
    expect(ended.printed).toContain(tokenFile);
    expect(ended.printed).not.toContain('DIGITALOCEAN_TOKEN');
    parsedAs(client, ended.printed);
    expect(filesIn(root).size).toBe(0);
  });

  it('names files by whole paths, since its client starts the server elsewhere', async () => {
    const { home } = fresh('linux');
    const words = ['--config', 'mine.json', '--profile', 'shop', '--secrets-dir', 'secrets'];
    const { code, printed } = await runInit(home, [name, '--print', '--allow-changes', ...words]);
    expect(code).toBe(0);
    for (const word of ['--config', '--profile', 'shop', '--secrets-dir'])
      expect(printed).toContain(word);
    for (const file of ['mine.json', 'secrets'])
      expect(printed).toContain(join(process.cwd(), file));
    expect(printed).not.toContain('--read-only');
  });

  it('is for this user alone where init made it', async () => {
    const { root, home } = fresh('linux');
    await runInit(home, [name, '--write', '--sandbox']);
    const path = placeOf(client, home).slice(root.length + 1);
    expect(filesIn(root).get(path)).toMatch(/^600 /);
    expect([...filesIn(root).keys()]).toEqual([join(path)]);
  });
});
