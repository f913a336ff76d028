// The key of a server outlives its restarts.

import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultKeyFile, loadKey } from '../../src/http/authentication/key-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the key file', () => {
  it('is made once, for its owner only, and read from then on', () => {
    const path = join(temporaryFolder(), 'deep', 'key');
    const first = loadKey(path, randomBytes);
    expect(first).toMatchObject({ made: true, path, warning: null });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(loadKey(path, randomBytes)).toEqual({ ...first, made: false });
    expect(readFileSync(path, 'utf8').trim()).toBe(first.key);
  });

  it('is different for every server', () => {
    const folder = temporaryFolder();
    expect(loadKey(join(folder, 'a'), randomBytes).key).not.toBe(
      loadKey(join(folder, 'b'), randomBytes).key,
    );
  });

  it('is not taken when it holds too little to be a key, and is left as it is', () => {
    const path = join(temporaryFolder(), 'key');
    writeFileSync(path, 'secret\n');
    expect(() => loadKey(path, randomBytes)).toThrow(/does not hold a key/);
    expect(readFileSync(path, 'utf8')).toBe('secret\n');
  });

  it('warns when others may read it', () => {
    const path = join(temporaryFolder(), 'key');
    writeFileSync(path, 'k'.repeat(40));
    chmodSync(path, 0o644);
    expect(loadKey(path, randomBytes).warning).toContain('chmod 600');
  });

  it('says where else it could be kept when it cannot be kept there', () => {
    expect(() => loadKey('/dev/null/key', randomBytes)).toThrow(/DO_MCP_KEY_FILE/);
  });

  it('has a place of its own when none is named', () => {
    expect(defaultKeyFile({}, '/home/ann')).toBe(
      '/home/ann/.local/state/digitalocean-scoped-mcp/http-key',
    );
    expect(defaultKeyFile({ XDG_STATE_HOME: '/state' }, '/home/ann')).toBe(
      '/state/digitalocean-scoped-mcp/http-key',
    );
  });
});
