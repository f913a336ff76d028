// Home folders of four platforms in a temporary place, with the folders by which clients are known to be there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Client } from '../../src/clients/client.ts';
import { fileOf } from '../../src/clients/file/client-file.ts';
import { type Home, type Platform, placesOf } from '../../src/clients/home.ts';

/** The platforms that are tried. */
export const platforms: readonly Platform[] = ['macos', 'linux', 'windows', 'wsl'];

/** An empty home folder below a folder. */
export const homeIn = (root: string, platform: Platform): Home => {
  const folder = join(root, 'home', 'sam');
  mkdirSync(folder, { recursive: true });
  const windows = join(root, 'mnt', 'c', 'Users', 'sam');
  if (platform === 'wsl') mkdirSync(windows, { recursive: true });
  return {
    platform,
    folder,
    environment:
      platform === 'windows'
        ? {
            APPDATA: join(folder, 'AppData', 'Roaming'),
            LOCALAPPDATA: join(folder, 'AppData', 'Local'),
          }
        : {},
    windows: platform === 'wsl' ? windows : null,
  };
};

/** Where a client's file is in a home. */
export const placeOf = (client: Client, home: Home): string => {
  const places = placesOf(home, client.isDesktop ? 'desktop' : 'here');
  if (!places) throw new Error('the home of Windows is known in tests');
  return fileOf(client, places);
};

/** Writes a client's file. */
export const giveFile = (client: Client, home: Home, text: string | Uint8Array): string => {
  const path = placeOf(client, home);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
