// The key in force while its file changes: another one counts within a second, and a lost one ends after its grace.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followKey, graceWithoutKey } from '../../src/http/authentication/follow-key.ts';
import { loadKey } from '../../src/http/authentication/key-file.ts';
import { digestOf } from '../../src/http/authentication/secret.ts';
import type { Log } from '../../src/log.ts';
import { createManualClock } from '../manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const first = 'a'.repeat(43);
const other = 'b'.repeat(43);

const following = () => {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, `${first}\n`, { mode: 0o600 });
  const clock = createManualClock();
  const lines: string[] = [];
  const key = loadKey(path, () => new Uint8Array(32));
  const line = (fields: object) => void lines.push(JSON.stringify(fields));
  const log: Log = { debug: line, info: line, warn: line, error: line, flush: async () => {} };
  const inForce = followKey(key, clock, log);
  return { path, clock, inForce, lines };
};

describe('the key in force', () => {
  it('is another within a second of its file', async () => {
    const { path, clock, inForce } = following();
    expect(inForce()).toEqual(digestOf(first));
    writeFileSync(path, `${other}${other}\n`);
    await clock.advance(1_000);
    expect(inForce()).toEqual(digestOf(`${other}${other}`));
  });

  it('ends a minute after its file is gone, to the millisecond, and comes back with it', async () => {
    const { path, clock, inForce, lines } = following();
    inForce();
    rmSync(path);
    await clock.advance(1_000);
    expect(inForce()).toEqual(digestOf(first));
    expect(lines.join('')).toContain('"seconds":60');
    await clock.advance(graceWithoutKey - 1);
    expect(inForce()).toEqual(digestOf(first));
    await clock.advance(1);
    expect(inForce()).toBeNull();
    writeFileSync(path, `${other}\n`, { mode: 0o600 });
    await clock.advance(1_000);
    expect(inForce()).toEqual(digestOf(other));
    await clock.advance(10 * graceWithoutKey);
    expect(inForce()).toEqual(digestOf(other));
  });
});
