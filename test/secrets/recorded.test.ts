// What is on record of a credential that went to a file: that one did, and nothing of what it is.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { openGround } from './ground.ts';
import { place } from './kit.ts';

describe('the record of a call that keeps a credential', () => {
  it('says so, and holds neither the credential nor a part of it', async () => {
    const folder = temporaryFolder();
    const way = { over: 'stdio', generation: 'new' } as const;
    const ground = await openGround(way, '--secrets-dir', folder);
    const given = { name: 'backup', grants: [] };
    const { answer } = await ground.call('spaces_key_create', given);
    const secret = readFileSync(place(answer['secret_key']), 'utf8');
    expect(secret.length).toBeGreaterThan(20);
    await ground.call('spaces_key_list');
    const all = await ground.everything();
    const lines = all.split('\n').filter((line) => line.includes('"tool":"spaces_key_create"'));
    expect(lines.some((line) => line.includes('"keeps":"credential"'))).toBe(true);
    expect(all).not.toContain(secret.substring(8, 20));
    expect(all).not.toContain('"discloses":"credential"');
  });
});
