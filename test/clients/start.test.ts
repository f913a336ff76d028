// The words that start the program again are those that work where a client starts them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clients } from '../../src/clients/clients.ts';
import { type Started, startWords } from '../../src/clients/start.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';

const started = (changes: Partial<Started> = {}): Started => ({
  node: '/home/sam/.nvm/versions/node/v22.1.0/bin/node',
  script: '/home/sam/do-mcp/dist/do-mcp.cjs',
  version: '1.2.3',
  platform: 'linux',
  environment: {},
  ...changes,
});

const fromNpx = '/home/sam/.npm/_npx/8f3a/node_modules/digitalocean-scoped-mcp/dist/do-mcp.cjs';

describe('the words that start the program', () => {
  it('name this Node.js by its path, whatever a desktop would find', () => {
    expect(startWords(started(), clients.cursor)).toEqual({
      command: '/home/sam/.nvm/versions/node/v22.1.0/bin/node',
      args: ['/home/sam/do-mcp/dist/do-mcp.cjs'],
      env: {},
    });
  });

  it('name the link of Homebrew that outlives a version, where there is one', () => {
    const root = temporaryFolder();
    const cellar = join(root, 'Cellar', 'node', '24.1.0', 'bin', 'node');
    const link = join(root, 'opt', 'node', 'bin', 'node');
    expect(startWords(started({ node: cellar }), clients.cursor).command).toBe(cellar);
    mkdirSync(join(root, 'opt', 'node', 'bin'), { recursive: true });
    writeFileSync(link, '');
    expect(startWords(started({ node: cellar }), clients.cursor).command).toBe(link);
  });

  it('go by npx and this version where npx has started it, since its folder does not last', () => {
    const words = startWords(started({ script: fromNpx }), clients.codex);
    expect(words).toEqual({
      command: 'npx',
      args: ['-y', 'digitalocean-scoped-mcp@1.2.3'],
      env: {},
    });
  });

  it('let a desktop find the npx of a version manager, and Node.js beside it', () => {
    const folder = join(temporaryFolder(), 'bin');
    mkdirSync(folder);
    writeFileSync(join(folder, 'npx'), '');
    const from = started({ script: fromNpx, node: join(folder, 'node') });
    expect(startWords(from, clients['claude-desktop'])).toEqual({
      command: join(folder, 'npx'),
      args: ['-y', 'digitalocean-scoped-mcp@1.2.3'],
      env: { PATH: `${folder}:/usr/local/bin:/usr/bin:/bin` },
    });
    expect(startWords(from, clients['claude-code']).command).toBe('npx');
    expect(startWords({ ...from, platform: 'wsl' }, clients.cursor)).toEqual({
      command: 'wsl.exe',
      args: [
        '--exec',
        'env',
        `PATH=${folder}:/usr/local/bin:/usr/bin:/bin`,
        join(folder, 'npx'),
        '-y',
        'digitalocean-scoped-mcp@1.2.3',
      ],
      env: {},
    });
  });

  it('ask the shell of Windows for npx, which is a batch file there', () => {
    const script = fromNpx.replaceAll('/', '\\');
    expect(startWords(started({ platform: 'windows', script }), clients.cursor)).toEqual({
      command: 'cmd',
      args: ['/c', 'npx', '-y', 'digitalocean-scoped-mcp@1.2.3'],
      env: {},
    });
  });

  it('lead from Windows into the distribution of WSL that it runs in', () => {
    const environment = { WSL_DISTRO_NAME: 'Debian' };
    const from = started({ platform: 'wsl', environment });
    expect(startWords(from, clients.vscode)).toMatchObject({
      command: 'wsl.exe',
      args: ['-d', 'Debian', '--exec', from.node, from.script],
    });
    expect(startWords(from, clients.codex).command).toBe(from.node);
  });
});
