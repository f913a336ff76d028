// Which scopes a failure names, and where it sends the model, by whose word the failure is.
import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../scope-map/facts.ts';
import { failedCall } from '../../src/advice/failed-call.ts';
import { ApiFailure, type FailureFacts } from '../../src/client/failures.ts';
import { aboutCall, holding } from './about-call.ts';

const errorOf = (
  operation: OperationId,
  facts: FailureFacts,
  own?: Parameters<typeof aboutCall>[1],
) => failedCall(new ApiFailure(facts), aboutCall(operation, own)).error;

const poor = { grant: holding('account:read') };

describe('a failed call', () => {
  it.each<[string, FailureFacts, readonly string[] | undefined]>([
    ['refused with 403', { code: 'refused', status: 403 }, ['droplet:read']],
    ['refused with 404', { code: 'refused', status: 404 }, undefined],
    ['refused by a gateway', { code: 'refused', status: 403, speaker: 'edge' }, undefined],
    ['that came back as no answer', { code: 'bad_reply', status: 403 }, undefined],
  ])('%s names as missing: %j', (_, facts, missing) => {
    expect(errorOf('droplets_get', facts, poor).missing_scopes).toEqual(missing);
  });

  it.each<[string, OperationId, string]>([
    ['of a Droplet’s action', 'dropletActions_post', 'droplets_list'],
    ['of a record', 'domains_get_record', 'domains_list_records'],
    ['of a Droplet', 'droplets_get', 'droplets_list'],
  ])('that found nothing %s leads to the list of it', (_, operation, list) => {
    expect(errorOf(operation, { code: 'refused', status: 404 }).next).toBe(
      `Call ${list} to see what there is.`,
    );
  });

  it('sends nobody to a list that may not be used', () => {
    expect(errorOf('droplets_get', { code: 'refused', status: 404 }, poor).next).toBe(
      'Check the id: it may belong to another team, or be gone.',
    );
  });

  it('says a hint of the tool after what always holds', () => {
    const given = { type: 'CNAME', data: 'x.example.com' };
    expect(
      errorOf('domains_create_record', { code: 'refused', status: 422 }, { given }).next,
    ).toContain('and call again. A host name in data must end in a dot');
  });

  it('is told also where nothing is known of its reply', () => {
    expect(errorOf('droplets_get', { code: 'bad_reply', status: 200 }).message).toBe(
      'The API answered with status 200, which could not be understood.',
    );
  });
});
