// Says which refusals a change waits for: what is busy tells so in many words, by 403, 409, 412 and 422.
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { decide } from '../../src/client/attempts/decide.ts';
import { defaultLimits } from '../../src/client/limits.ts';

const catalogue = await loadCatalogue();

const decided = (endpoint: Endpoint, status: number, message: string, id = 'forbidden') =>
  decide(
    {
      method: endpoint.method,
      repeatable: endpoint.method !== 'POST',
      outcome: {
        kind: 'answered',
        reply: {
          status,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, message }),
        },
      },
      attempt: 1,
      spentMs: 0,
      lostBefore: false,
      passing: endpoint.passing ?? [],
      now: 0,
    } as Parameters<typeof decide>[0],
    defaultLimits,
    () => 0.5,
  );

const changes = catalogue.filter(({ effect }) => effect !== 'read');

describe('a refusal because something is busy', () => {
  it.each(changes)('is waited for by $id', (endpoint) => {
    for (const status of [403, 409, 412, 422])
      for (const message of [
        'Droplet already has a pending event.',
        "Load Balancer can't be updated while it processes previous actions",
        'update cluster cannot be performed. Reason: cluster is undergoing maintenance',
      ])
        expect(decided(endpoint, status, message), `${status} ${message}`).toMatchObject({
          do: 'wait',
          why: 'passing',
        });
  });

  it.each(changes)('is not seen by $id in a refusal that stays', (endpoint) => {
    for (const message of [
      'You are not authorized to perform this operation',
      'Your account is locked.',
      'name has already been taken',
      'You specified an invalid size for Droplet creation.',
    ])
      expect(decided(endpoint, 422, message)).toMatchObject({ do: 'give_up', because: 'refused' });
  });

  it('is nothing that a read waits for', () => {
    const reads = catalogue.filter(({ effect }) => effect === 'read');
    for (const endpoint of reads)
      expect(decided(endpoint, 422, 'Droplet already has a pending event.').do).toBe('give_up');
  });
});
