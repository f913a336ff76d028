// The notes beside answers that are not the whole, and the sentence that tells how far work is.
import { describe, expect, it } from 'vitest';
import { describeProgress, noteOnList, noteOnWatch } from '../../src/advice/notes.ts';
import { ApiFailure } from '../../src/client/failures.ts';

describe('a list that ends early', () => {
  it('says why, and how to go on where that is possible', () => {
    const failure = new ApiFailure({ code: 'wait_too_long', retryAfterSeconds: 900 });
    expect(noteOnList({ why: 'failure', failure })).toMatch(
      /^Only part of the list was read\. .*900 seconds.* Pass after to go on\.$/,
    );
    expect(noteOnList({ why: 'deadline' })).toMatch(/time for one call is over.*Pass after/);
    expect(noteOnList({ why: 'memory' })).toMatch(/does not fit.*Pass after to go on/);
    expect(noteOnList({ why: 'pages', pages: 500 })).toMatch(/than the 500 .*Pass after to go on/);
    expect(noteOnList({ why: 'elsewhere', place: 'evil.test' })).toMatch(/goes on at evil\.test/);
  });
});

describe('work that was not watched to its end', () => {
  const life = { what: 'cluster' };

  it.each([
    [{ ended: 'budget' }, 'Not finished after 45 seconds; the work goes on by itself.'],
    [
      { ended: 'budget', lacks: { field: 'x', missing: 'it has no address yet' } },
      'The work has ended, but it has no address yet.',
    ],
    [
      {
        ended: 'done',
        lacks: {
          field: 'x',
          missing: 'the Droplet is still on',
          helps: 'power_off cuts its power',
        },
      },
      'The work has ended, but the Droplet is still on: power_off cuts its power.',
    ],
    [{ ended: 'cancelled' }, 'Waiting was cancelled; the work itself goes on.'],
    [
      { ended: 'budget', unread: { why: 'unnamed' } },
      'The reply does not name the cluster, so it could not be watched.',
    ],
    [
      { ended: 'budget', unread: { why: 'not_allowed' } },
      'This token may not read the cluster, so it could not be watched.',
    ],
    [
      { ended: 'budget', unread: { why: 'failure', failure: null } },
      'Its state could not be read.',
    ],
    [
      {
        ended: 'budget',
        unread: {
          why: 'failure',
          failure: new ApiFailure({ code: 'refused', status: 403, reason: 'No.' }),
        },
      },
      'Its state could not be read: DigitalOcean said: “No.”',
    ],
  ] as const)('%j says so', (watched, words) => {
    expect(noteOnWatch(watched, life, 45)).toBe(words);
  });
});

describe('how far work is', () => {
  it('is told in the state that DigitalOcean names, and in minutes where it usually takes long', () => {
    const told = {
      what: 'cluster',
      state: 'provisioning',
      waited: 13.4,
      patience: 45,
      usually: 300,
    };
    expect(describeProgress(told)).toBe(
      'The cluster is provisioning after 13 seconds; it usually takes about 5 minutes.',
    );
    expect(describeProgress({ ...told, state: null, usually: 60 })).toBe(
      'The cluster is not finished after 13 seconds; it usually takes about 60 seconds.',
    );
  });
});
