// What happened, in words: every code and every trouble has a sentence of its own.
import { describe, expect, it } from 'vitest';
import { whatHappened } from '../../src/advice/what-happened.ts';
import { ApiFailure, type FailureFacts } from '../../src/client/failures.ts';

const open = 'It may or may not have been carried out.';

const stories: readonly (readonly [string, FailureFacts, string])[] = [
  [
    'a refusal in its own words',
    { code: 'refused', status: 422, reason: 'Name is taken' },
    'DigitalOcean said: “Name is taken”.',
  ],
  [
    'a refusal without words',
    { code: 'refused', status: 403 },
    'DigitalOcean, or a gateway before it, answered with status 403 without saying why.',
  ],
  [
    'trouble that does not end',
    { code: 'refused', status: 503, reason: 'Busy', attempts: 5 },
    'DigitalOcean said: “Busy” (still so after 5 attempts)',
  ],
  [
    'trouble at the only attempt',
    { code: 'refused', status: 502, reason: 'No', attempts: 1 },
    'DigitalOcean said: “No” (still so)',
  ],
  [
    'what nobody does',
    { code: 'refused', status: 501, reason: 'No', attempts: 1 },
    'DigitalOcean said: “No”.',
  ],
  [
    'an answer lost on the way',
    { code: 'outcome_unknown', attempts: 1, reason: 'the connection was reset' },
    `The request was sent, but the answer was lost: the connection was reset. ${open}`,
  ],
  [
    'an answer that tells nothing',
    { code: 'outcome_unknown', status: 502, attempts: 1, reason: 'Bad gateway' },
    `Status 502: “Bad gateway”. ${open} So it was not repeated.`,
  ],
  [
    'several answers that tell nothing',
    { code: 'outcome_unknown', status: 502, attempts: 5 },
    `Status 502 after 5 attempts: no reason was given. ${open} So it was not repeated further.`,
  ],
  [
    'an answer too large after a change',
    { code: 'outcome_unknown', trouble: { kind: 'too_large' }, reason: 'the reply is too long' },
    `The answer was lost: the reply is too long. ${open}`,
  ],
  [
    'no room to ask again',
    { code: 'outcome_unknown', trouble: { kind: 'no_room' } },
    `The answer was lost, and the request limits left no room to ask again. ${open}`,
  ],
  [
    'a deadline during a change',
    { code: 'outcome_unknown', trouble: { kind: 'deadline', seconds: 50 } },
    `The call did not end within 50 seconds. ${open}`,
  ],
  [
    'a deadline during a read',
    { code: 'timeout', trouble: { kind: 'deadline', seconds: 50 } },
    'The call did not end within 50 seconds. Nothing was changed.',
  ],
  [
    'a host that is not there',
    { code: 'unreachable', attempts: 5, reason: 'the host name is not known' },
    "DigitalOcean's API could not be reached after 5 attempts: the host name is not known. Nothing was sent.",
  ],
  [
    'a read whose answer was lost',
    { code: 'unreachable', attempts: 5, trouble: { kind: 'answer_lost' }, reason: 'reset' },
    "DigitalOcean's answer was lost after 5 attempts: reset.",
  ],
  [
    'a read without an answer in time',
    { code: 'timeout', attempts: 2, trouble: { kind: 'answer_lost' }, reason: 'no reply in time' },
    "DigitalOcean's answer was lost after 2 attempts: no reply in time.",
  ],
  [
    'logs that cannot be reached',
    { code: 'unreachable', trouble: { kind: 'log_host', host: 'logs.test' }, reason: 'reset' },
    'The logs at logs.test could not be fetched: reset.',
  ],
  [
    'logs behind an expired address',
    { code: 'bad_reply', status: 403, trouble: { kind: 'log_host', host: 'logs.test' } },
    'The logs could not be fetched: logs.test answered with status 403.',
  ],
  [
    'logs at a strange place',
    { code: 'bad_reply', trouble: { kind: 'log_place', place: 'http://evil.test' } },
    'The reply names http://evil.test as the place of the logs, which this server may not fetch from.',
  ],
  [
    'logs at no place',
    { code: 'bad_reply', trouble: { kind: 'log_place', place: null } },
    'The reply names something that is no address as the place of the logs, which this server may not fetch from.',
  ],
  ...(
    [
      ['html', 'with an HTML page instead of data'],
      ['empty', 'without any data'],
      ['other_type', 'with content of the type image/gif instead of JSON'],
      ['broken_json', 'its JSON is broken, probably cut off'],
      ['no_object', 'its JSON is not an object'],
      ['too_deep', 'its JSON is nested deeper than anything of use'],
      ['encoded', 'its content is compressed, which nobody asked for'],
    ] as const
  ).map(
    ([was, words]) =>
      [
        `a success whose content is ${was}`,
        { code: 'bad_reply', status: 200, trouble: { kind: 'content', was, type: 'image/gif' } },
        `The API answered with status 200, but ${words}.`,
      ] as const,
  ),
  [
    'a list that is none',
    { code: 'bad_reply', status: 200, trouble: { kind: 'no_list', key: 'droplets' } },
    'The API answered with status 200, but droplets in its reply is not a list.',
  ],
  [
    'a redirect',
    { code: 'bad_reply', status: 302, trouble: { kind: 'redirect' } },
    'The API answered with status 302, a redirect, which is never followed, because it could carry the token elsewhere.',
  ],
  [
    'an answer too large',
    { code: 'bad_reply', trouble: { kind: 'too_large' }, reason: 'the reply is too long' },
    'Reading the answer was stopped: the reply is too long.',
  ],
  [
    'a wait that is too long',
    { code: 'wait_too_long', status: 429, retryAfterSeconds: 900 },
    'DigitalOcean asks to wait 900 seconds, which is longer than a call may last. The call was not carried out.',
  ],
  [
    'a wait that is too long after a lost answer',
    { code: 'wait_too_long', status: 429, retryAfterSeconds: 900, mayHaveHappened: true },
    'DigitalOcean asks to wait 900 seconds, which is longer than a call may last. An earlier attempt may have been carried out, since its answer was lost.',
  ],
  [
    'our own limits',
    { code: 'quota_exhausted', retryAfterSeconds: 4 },
    "This server keeps DigitalOcean's request limits for the token, and they are used up for now; the request was not sent.",
  ],
  [
    'memory that is in use',
    { code: 'memory_full' },
    'This server is reading as much as it can hold at once, so reading the answer was stopped. Nothing was changed.',
  ],
  [
    'a caller that left before anything was sent',
    { code: 'cancelled' },
    'The call was cancelled. Nothing was changed.',
  ],
  [
    'a caller that left during a change',
    { code: 'cancelled', mayHaveHappened: true },
    `The call was cancelled. ${open}`,
  ],
  [
    'a cursor that is none',
    { code: 'bad_cursor' },
    'The value of after was altered, or belongs to another list, other filters or another token.',
  ],
  [
    'work that failed with words',
    {
      code: 'work_failed',
      trouble: { kind: 'work', what: 'action', state: 'errored' },
      reason: 'no capacity',
    },
    'The action ended in the state errored: “no capacity”.',
  ],
  [
    'work that failed without a word or a state',
    { code: 'work_failed', trouble: { kind: 'work', what: 'action', state: null } },
    'The action ended in the state failed.',
  ],
  [
    'pages in a circle',
    { code: 'endless_pages', trouble: { kind: 'circle' } },
    'Reading this list was stopped, because its pages lead in a circle.',
  ],
  [
    'a page of a gateway',
    { code: 'refused', status: 403, speaker: 'edge' },
    "A gateway or proxy before DigitalOcean's API answered with status 403 and a page that is not for programs.",
  ],
  [
    'a sentence of a gateway',
    { code: 'refused', status: 403, speaker: 'edge', reason: 'blocked by policy' },
    "A gateway or proxy before DigitalOcean's API answered with status 403: “blocked by policy”.",
  ],
  [
    'pages without anything',
    { code: 'endless_pages', trouble: { kind: 'barren_pages', pages: 10 } },
    'Reading this list was stopped, because 10 pages in a row brought nothing new.',
  ],
];

describe('what happened is told of', () => {
  it.each(stories)('%s', (_, facts, words) => {
    expect(whatHappened(new ApiFailure(facts))).toBe(words);
  });
});
