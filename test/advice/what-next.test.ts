// What to do next, from the facts of a failure and what the caller may use beside the call.
import { describe, expect, it } from 'vitest';
import type { OperationId } from '../../scope-map/facts.ts';
import { failedCall } from '../../src/advice/failed-call.ts';
import { ApiFailure, type FailureFacts } from '../../src/client/failures.ts';
import { aboutCall, holding } from './about-call.ts';

const nextOf = (
  operation: OperationId,
  facts: FailureFacts,
  own?: Parameters<typeof aboutCall>[1],
) => failedCall(new ApiFailure(facts), aboutCall(operation, own)).error.next;

const look = 'Call droplets_list to see whether it was carried out before you repeat it.';

describe('after a failure, the next step', () => {
  it.each<readonly [string, OperationId, FailureFacts, string | RegExp]>([
    ['of a lost create', 'droplets_create', { code: 'outcome_unknown' }, look],
    ['of a lost deletion is its own list', 'droplets_destroy', { code: 'outcome_unknown' }, look],
    [
      'of a refusal after a lost answer is to look, whatever the status',
      'droplets_create',
      { code: 'refused', status: 422, mayHaveHappened: true },
      look,
    ],
    [
      'of a cancelled change that may have happened',
      'droplets_create',
      { code: 'cancelled', mayHaveHappened: true },
      look,
    ],
    ['of a cancelled read', 'droplets_get', { code: 'cancelled' }, /^Nothing needs to be done/],
    [
      'of a wait that is too long',
      'droplets_get',
      { code: 'wait_too_long', retryAfterSeconds: 900 },
      'Call again in 900 seconds.',
    ],
    [
      'of a wait that is too long after a lost answer',
      'droplets_create',
      { code: 'wait_too_long', retryAfterSeconds: 900, mayHaveHappened: true },
      `Call again in 900 seconds. ${look}`,
    ],
    [
      'of our own limits',
      'droplets_list',
      { code: 'quota_exhausted', retryAfterSeconds: 4 },
      /^Call again in 4 seconds\. Lists with a larger max_items/,
    ],
    [
      'of limits without a time',
      'droplets_list',
      { code: 'quota_exhausted' },
      /^Call again later\./,
    ],
    [
      'of a refusal that passes',
      'dropletActions_post',
      { code: 'refused', status: 422, passes: true },
      'Other work on it is still going on. Call droplet_actions_list to see what runs. Call again when it has ended.',
    ],
    [
      'of a bad request',
      'droplets_create',
      { code: 'refused', status: 400 },
      /Correct the arguments/,
    ],
    [
      'of a refused argument',
      'droplets_create',
      { code: 'refused', status: 422 },
      /Correct the arguments/,
    ],
    [
      'of a token that is refused',
      'droplets_get',
      { code: 'refused', status: 401 },
      /give the server a new one/,
    ],
    [
      'of a thing that is not there',
      'droplets_get',
      { code: 'refused', status: 404 },
      'Call droplets_list to see what there is.',
    ],
    [
      'of a thing that is not there and in no list',
      'account_get',
      { code: 'refused', status: 404 },
      /^Check the id/,
    ],
    ['of a conflict', 'droplets_create', { code: 'refused', status: 409 }, /stands in the way/],
    [
      'of a failed condition',
      'droplets_create',
      { code: 'refused', status: 412 },
      /stands in the way/,
    ],
    [
      "of DigitalOcean's limit",
      'droplets_get',
      { code: 'refused', status: 429, retryAfterSeconds: 3 },
      "DigitalOcean's limit is used up. Call again in 3 seconds.",
    ],
    [
      "of DigitalOcean's limit without a time",
      'droplets_get',
      { code: 'refused', status: 429 },
      /Wait a minute/,
    ],
    ['of trouble at a read', 'droplets_get', { code: 'refused', status: 500 }, /safe to repeat/],
    [
      'of trouble at a change',
      'droplets_create',
      { code: 'refused', status: 500 },
      /see its state before/,
    ],
    [
      'of a read that the simulation does not do',
      'droplets_get',
      { code: 'refused', status: 501, id: 'not_simulated' },
      'The simulation does not do this, and nothing was carried out: calling again will not help. Tell the user that it takes a real account.',
    ],
    [
      'of a change that is not done there',
      'droplets_create',
      { code: 'refused', status: 501 },
      /^This is not done there.*calling again will not help/,
    ],
    [
      'of a redirect',
      'droplets_get',
      { code: 'bad_reply', trouble: { kind: 'redirect' } },
      /API address/,
    ],
    [
      'of a list that is none',
      'droplets_list',
      { code: 'bad_reply', trouble: { kind: 'no_list', key: 'droplets' } },
      /changed its form/,
    ],
    [
      'of an answer too large',
      'droplets_list',
      { code: 'bad_reply', trouble: { kind: 'too_large' } },
      /Ask for less/,
    ],
    [
      'of logs at a strange place',
      'apps_get_logs',
      { code: 'bad_reply', trouble: { kind: 'log_place', place: null } },
      /control panel/,
    ],
    [
      'of logs behind an expired address',
      'apps_get_logs',
      { code: 'bad_reply', trouble: { kind: 'log_host', host: 'x' } },
      /new address/,
    ],
    [
      'of a read that was not understood',
      'droplets_get',
      { code: 'bad_reply', trouble: { kind: 'content', was: 'html', type: 'text/html' } },
      /a proxy may be answering/,
    ],
    [
      'of a create that was not understood',
      'droplets_create',
      {
        code: 'bad_reply',
        trouble: { kind: 'content', was: 'html', type: 'text/html' },
        mayHaveHappened: true,
      },
      `The call was probably carried out. ${look}`,
    ],
    [
      'of a host that is not there',
      'droplets_create',
      { code: 'unreachable' },
      /^Nothing was carried out\. Call again/,
    ],
    [
      'of a lost read',
      'droplets_get',
      { code: 'unreachable', trouble: { kind: 'answer_lost' } },
      /reading is safe to repeat/,
    ],
    ['of memory in use', 'droplets_list', { code: 'memory_full' }, /in a moment, and ask for less/],
    ['of a deadline', 'droplets_get', { code: 'timeout' }, 'Call again in a moment.'],
    ['of a cursor that is none', 'droplets_list', { code: 'bad_cursor' }, /without after/],
    ['of work that failed', 'droplets_create', { code: 'work_failed' }, /what state it is in/],
    ['of a list without an end', 'droplets_list', { code: 'endless_pages' }, /narrower filter/],
  ])('%s', (_, operation, facts, words) => {
    const next = nextOf(operation, facts);
    if (typeof words === 'string') expect(next).toBe(words);
    else expect(next).toMatch(words);
  });

  it.each<readonly [OperationId, number, RegExp]>([
    ['projects_delete', 412, /^It still holds resources/],
    ['nfs_create_access_point', 409, /^The share has an access point of that name/],
    ['projects_assign_resources', 403, /read scope of each kind of resource/],
    ['sshKeys_create', 422, /in the account already/],
  ])('of %s after %i is what its entry knows about it', (operation, status, words) => {
    expect(nextOf(operation, { code: 'refused', status })).toMatch(words);
    expect(nextOf(operation, { code: 'refused', status: 401 })).not.toMatch(words);
  });

  it('that an entry knows is left out where it names a tool that the caller may not use', () => {
    const facts: FailureFacts = { code: 'refused', status: 403 };
    expect(nextOf('vpcs_delete', facts)).toContain('vpcs_list_members');
    expect(nextOf('vpcs_delete', facts, { leftOut: ['vpcs_list_members'] })).not.toContain(
      'vpcs_list_members',
    );
  });

  it('never names a tool that the caller may not use', () => {
    const own = { leftOut: ['droplets_list', 'droplet_actions_list'] };
    const all = [
      nextOf('droplets_create', { code: 'outcome_unknown' }, own),
      nextOf('droplets_get', { code: 'refused', status: 404 }, own),
      nextOf('dropletActions_post', { code: 'refused', status: 422, passes: true }, own),
    ];
    expect(all.join(' ')).not.toMatch(/droplets_list|droplet_actions_list/);
    expect(all[0]).toMatch(/^Look at the resource/);
    expect(all[1]).toMatch(/^Check the id/);
  });
});

describe('after 403', () => {
  const facts: FailureFacts = { code: 'refused', status: 403, id: 'forbidden', reason: 'no' };

  it('the scopes that may be missing are named once, the conditional ones too', () => {
    const about = aboutCall('droplets_create', {
      given: { tags: ['a'], image: 'x' },
      grant: holding('droplet:create', 'tag:create'),
    });
    const { error } = failedCall(new ApiFailure(facts), about);
    expect(error.missing_scopes).toEqual(['image:read']);
    expect(error.next).toMatch(/may lack image:read\./);
  });

  it('by a gateway says nothing about scopes, roles or tokens', () => {
    for (const status of [401, 403, 404, 409, 422]) {
      const about = aboutCall('droplets_create', { grant: holding() });
      const edge = new ApiFailure({ code: 'refused', status, speaker: 'edge' });
      const { error } = failedCall(edge, about);
      expect(error).not.toHaveProperty('missing_scopes');
      expect(error.next).toMatch(/not DigitalOcean's own answer.*gateway, proxy or firewall/);
      expect(error.next).not.toMatch(/scope|role|new one/);
    }
  });

  it('a token that holds everything points to the role or the state', () => {
    const { error } = failedCall(new ApiFailure(facts), aboutCall('droplets_get'));
    expect(error).not.toHaveProperty('missing_scopes');
    expect(error.next).toMatch(/role of its owner/);
  });

  it('a token whose scopes are unknown may lack those of the call', () => {
    const about = aboutCall('droplets_get', { grant: { kind: 'unknown', reason: 'not told' } });
    expect(failedCall(new ApiFailure(facts), about).error.missing_scopes).toEqual(['droplet:read']);
  });

  it('other failures name no scopes', () => {
    const about = aboutCall('droplets_create', { grant: holding() });
    const { error } = failedCall(new ApiFailure({ code: 'outcome_unknown', status: 502 }), about);
    expect(error).not.toHaveProperty('missing_scopes');
  });
});

describe('an error', () => {
  it("carries DigitalOcean's id as its code, and the status where it has none", () => {
    const code = (facts: FailureFacts) =>
      failedCall(new ApiFailure(facts), aboutCall('droplets_get')).error.code;
    expect(code({ code: 'refused', status: 404, id: 'not_found' })).toBe('not_found');
    expect(code({ code: 'refused', status: 404 })).toBe('http_404');
    expect(code({ code: 'timeout' })).toBe('timeout');
  });
});
