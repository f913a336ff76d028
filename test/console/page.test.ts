// The console's page as a browser gets it: files under names that hold their hash, and nothing of anybody else's.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { send } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { consoleBundle } from './built-console.ts';

/** The most that the first view may take, in bytes, packed. */
const mostAtFirst = 200_000;

const named = /(?:href|src)="(\/console\/files\/[^"]+)"(?: integrity="([^"]+)")?/g;

describe('the page of the console', () => {
  it('names every file with its hash, and the browser runs nothing else', async () => {
    const { port } = await serveSimulated();
    const page = await send({ port, path: '/console' });
    expect(page.status).toBe(200);
    const files = [...page.text.matchAll(named)];
    expect(files.length).toBeGreaterThan(3);
    for (const [, path = '', integrity] of files) {
      const file = await send({ port, path });
      expect(file.status).toBe(200);
      expect(file.headers['cache-control']).toContain('immutable');
      const hash = createHash('sha384').update(file.text).digest('base64');
      if (!path.endsWith('.svg')) expect(integrity).toBe(`sha384-${hash}`);
    }
    expect(page.text).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
    expect(page.text).not.toMatch(/ style=| on[a-z]+="/);
  });

  it('may talk to this server alone, and stands in no frame', async () => {
    const { port } = await serveSimulated();
    const { headers } = await send({ port, path: '/console/map' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-frame-options']).toBe('DENY');
    const framed = await send({
      port,
      path: '/console',
      headers: { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' },
    });
    expect(framed.status).toBe(403);
  });

  it('names no address but that of the form on which DigitalOcean makes tokens, which a person may follow', async () => {
    const { page } = await consoleBundle();
    const texts = [page.html, ...Object.values(page.files).map(({ text }) => text)];
    const foreign = texts.flatMap((text) => text.match(/https?:\/\/[^"'`\s)]+/g) ?? []);
    expect(foreign.filter((one) => !one.startsWith('http://www.w3.org/'))).toEqual([
      'https://cloud.digitalocean.com/account/api/tokens/new',
    ]);
  });

  it('says that there is no such page or file', async () => {
    const { port } = await serveSimulated();
    for (const path of ['/console/nothing', '/console/files/main.js', '/console/files/..%2Fmain'])
      expect((await send({ port, path })).status).toBe(404);
  });

  it('comes packed to whom takes it so', async () => {
    const { port } = await serveSimulated();
    const { page } = await consoleBundle();
    const name = Object.keys(page.files).find((one) => one.endsWith('.css')) ?? '';
    const url = `http://127.0.0.1:${port}/console/files/${name}`;
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await plain.text());
    expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  });

  it(`takes no more than ${mostAtFirst / 1_000} kB for its first view`, async () => {
    const { page } = await consoleBundle();
    const packed = Object.entries(page.files).map(
      ([name, { text }]) => [name, gzipSync(text).length] as const,
    );
    const sum = packed.reduce((all, [, bytes]) => all + bytes, gzipSync(page.html).length);
    console.info(`console: ${sum} bytes packed, all pages together`);
    expect(gunzipSync(gzipSync(page.html)).toString()).toBe(page.html);
    expect(sum).toBeLessThan(mostAtFirst);
  });
});
