// The inventory on record: the call itself, and every read that it makes by its caller's rights.
import { describe, expect, it } from 'vitest';
import { recordedAgent, verifyRecord } from './recorded.ts';

describe('a call of account_inventory', () => {
  it('is on record like any read, and so is what it read', async () => {
    const agent = await recordedAgent();
    await agent.call('account_inventory', { kinds: ['volume'] });
    await agent.call('account_inventory', { kinds: ['cars'] });
    await agent.close();
    const lines = agent.lines().filter(({ tool }) => tool !== undefined);
    expect(lines.map(({ tool, kind, result }) => [tool, kind, result])).toEqual([
      ['volumes_list', 'read', 'ok'],
      ['projects_list', 'read', 'ok'],
      ['projects_list_resources', 'read', 'ok'],
      ['projects_list_resources', 'read', 'ok'],
      ['account_inventory', 'read', 'ok'],
      ['account_inventory', 'refused', 'invalid_arguments'],
    ]);
    expect(lines[4]).toMatchObject({ arguments: { kinds: ['volume'] } });
    const { sound } = await verifyRecord(['--audit', agent.file, '--state-dir', agent.state]);
    expect(sound).toBe(true);
  });
});
