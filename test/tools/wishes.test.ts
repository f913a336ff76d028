// One request for several things: taken apart only where each part says by itself what to do and with what.
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/menu/finders/search.ts';
import { wishesIn } from '../../tools/find/wishes.ts';
import { box } from '../agent.ts';

describe('a request', () => {
  it.each([
    ['delete an agent, delete a knowledge base', 2],
    ['list reserved IPv6 addresses; delete a reserved IPv4 address', 2],
    ['create a droplet and attach a volume', 2],
    ['create and rename a private network', 1],
    ['firewall rules for ssh, http and https', 1],
    ['', 1],
    [', ; and', 1],
    [Array.from({ length: 9 }, () => 'delete a droplet').join(', '), 1],
  ])('%j is %i', (request, count) => {
    expect(wishesIn(request)).toHaveLength(count);
  });

  it('for several things finds the best of each first', async () => {
    const found = await createSearch(box)('delete an agent, delete a knowledge base', 2);
    expect(found.map(({ name }) => name)).toEqual([
      'genai_delete_agent',
      'genai_delete_knowledge_base',
    ]);
  });
});
