// Opens an address in a person's browser without putting it where other users of the machine could read it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Starts a program and says whether it could be started. */
export type Start = (program: string, words: readonly string[]) => Promise<boolean>;

/** Starts a program that goes on by itself. */
export const startApart: Start = (program, words) =>
  new Promise((resolve) => {
    const child = spawn(program, words, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** A page that leads to an address, in a folder of this user alone: the words of a program are for everyone to see. */
const pageTo = (address: URL): { readonly folder: string; readonly url: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-console-'));
  const file = join(folder, 'open.html');
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address.href}"><title>do-mcp console</title>`;
  writeFileSync(file, html, { mode: 0o600 });
  return { folder, url: pathToFileURL(file).href };
};

/**
 * Opens an address.
 * @returns whether a browser could be asked, and how to take away what was written for it.
 */
export const openBrowser = async (
  address: URL,
  platform: NodeJS.Platform = process.platform,
  start: Start = startApart,
): Promise<{ readonly opened: boolean; readonly tidy: () => void }> => {
  const { folder, url } = pageTo(address);
  const [program, ...words] = openers[platform] ?? ['xdg-open'];
  const opened = await start(program, [...words, url]);
  return { opened, tidy: () => rmSync(folder, { recursive: true, force: true }) };
};
