// What a model reads when DigitalOcean refuses: what happened, and what to do next.
import { describe, expect, it } from 'vitest';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { answeredWith } from './answering.ts';

describe("DigitalOcean's refusals", () => {
  it.each<[number, unknown, Record<string, unknown>, RegExp]>([
    [
      401,
      { id: 'unauthorized', message: 'Unable to authenticate you' },
      { code: 'unauthorized' },
      /new one/,
    ],
    [
      403,
      { id: 'forbidden', message: 'You are not authorized' },
      { code: 'forbidden' },
      /repeating the call will not help/,
    ],
    [
      404,
      { id: 'not_found', message: 'not there', request_id: 'r-1' },
      { code: 'not_found', request_id: 'r-1' },
      /^Call droplets_list to see what there is\.$/,
    ],
    [
      422,
      { id: 'unprocessable_entity', message: 'Droplet limit exceeded' },
      { message: expect.stringContaining('Droplet limit exceeded') },
      /Correct/,
    ],
    [500, '<html>', { status: 500 }, /./],
  ])('with %i say what to do next', async (status, body, expected, next) => {
    const agent = await answeredWith(
      () => ({ status, body, ...(status === 500 && { headers: { 'content-type': 'text/html' } }) }),
      {
        clock: createJumpingClock(() => 0),
      },
    );
    const reply = await agent.call('droplets_get', { droplet_id: 1 });
    expect(reply.isError).toBe(true);
    expect(reply.answer['error']).toMatchObject({ status, ...expected });
    expect((reply.answer['error'] as { next: string }).next).toMatch(next);
  });

  it('that pass by themselves say so when they outlast our patience', async () => {
    const agent = await answeredWith(
      () => ({
        status: 422,
        body: { id: 'unprocessable_entity', message: 'Droplet already has a pending event.' },
      }),
      { clock: createJumpingClock(() => 0) },
    );
    const reply = await agent.call('droplet_actions_post', { droplet_id: 1, type: 'reboot' });
    expect((reply.answer['error'] as { next: string }).next).toMatch(
      /still going on\. Call droplet_actions_list/,
    );
  });

  it('with 403 name the scopes that the call may have lacked', async () => {
    const agent = await answeredWith(
      () => ({ status: 403, body: { id: 'forbidden', message: 'no' } }),
      { argv: ['--confirm', 'never', '--scopes', 'droplet:create'] },
    );
    const reply = await agent.call('droplets_create', { name: 'a', size: 's', image: 'x' });
    expect(reply.answer['error']).toMatchObject({ missing_scopes: ['image:read'] });
  });
});
