// What an agent could make up: answers to forms that nobody saw, state that is not ours, state of others, and yesterday's.
import { describe, expect, it } from 'vitest';
import { newStateFolder } from '../new-state-folder.ts';
import { type AskedAgent, askedAgent, idOf, outcomeOf } from './asked.ts';
import { rawAgent } from './raw-agent.ts';

const agreed = { consent: { action: 'accept', content: { agree: true, name: 'staging-01' } } };

describe('answers that were made up', () => {
  it('lead to the question, not past it: without state', async () => {
    const raw = await rawAgent();
    const reply = await raw.call(
      'droplets_destroy',
      { droplet_id: raw.droplet },
      { inputResponses: agreed },
    );
    expect(reply).toMatchObject({ result: { resultType: 'input_required' } });
    expect(raw.changes()).toEqual([]);
  });

  it('are refused: with state of their own making', async () => {
    const raw = await rawAgent();
    const given = { droplet_id: raw.droplet };
    for (const requestState of ['v1.e30.AAAA', '{"question":"x"}', '']) {
      const reply = await raw.call('droplets_destroy', given, {
        inputResponses: agreed,
        requestState,
      });
      expect(reply).toMatchObject({ error: { code: -32_602 } });
    }
    expect(raw.changes()).toEqual([]);
  });

  it('are refused: with our state, altered by one character', async () => {
    const raw = await rawAgent();
    const given = { droplet_id: raw.droplet };
    const requestState = await raw.stateFor('droplets_destroy', given);
    const altered = `${requestState.slice(0, 20)}${requestState[20] === 'A' ? 'B' : 'A'}${requestState.slice(21)}`;
    expect(
      await raw.call('droplets_destroy', given, { inputResponses: agreed, requestState: altered }),
    ).toMatchObject({ error: { code: -32_602 } });
    expect(raw.changes()).toEqual([]);
  });
});

describe('an answer that was given', () => {
  it('counts for no other call', async () => {
    const raw = await rawAgent();
    const requestState = await raw.stateFor('droplets_destroy', { droplet_id: raw.droplet });
    await raw.clock.advance(2_000);
    const other = await raw.call(
      'droplets_destroy',
      { droplet_id: raw.other },
      {
        inputResponses: { consent: { action: 'accept', content: { name: 'web-01' } } },
        requestState,
      },
    );
    expect(other).toMatchObject({ result: { resultType: 'input_required' } });
    const tool = await raw.call(
      'domains_delete',
      { domain_name: 'example.com' },
      { inputResponses: agreed, requestState },
    );
    expect(tool).toMatchObject({ result: { resultType: 'input_required' } });
    expect(raw.changes()).toEqual([]);
  });

  it('counts once: replayed, the call is asked about anew', async () => {
    const raw = await rawAgent();
    const given = { droplet_id: raw.droplet };
    const requestState = await raw.stateFor('droplets_destroy', given);
    await raw.clock.advance(2_000);
    const through = { inputResponses: agreed, requestState };
    expect(await raw.call('droplets_destroy', given, through)).not.toHaveProperty('result.isError');
    expect(raw.changes()).toHaveLength(1);
    const replayed = await raw.call('droplets_destroy', given, through);
    expect(replayed).toMatchObject({ result: { resultType: 'input_required' } });
    expect(raw.changes()).toHaveLength(1);
  });

  it('counts for no other principal on the same server', async () => {
    const stateFolder = newStateFolder();
    const raw = await rawAgent({ stateFolder });
    const given = { droplet_id: raw.droplet };
    const requestState = await raw.stateFor('droplets_destroy', given);
    const foreign = await rawAgent({ stateFolder, scopes: 'droplet:read,droplet:delete' });
    await foreign.clock.advance(2_000);
    const reply = await foreign.call('droplets_destroy', given, {
      inputResponses: agreed,
      requestState,
    });
    expect(reply).toMatchObject({ error: { code: -32_602 } });
    expect(foreign.changes()).toEqual([]);
  });

  it('counts no longer than its question is open', async () => {
    const raw = await rawAgent();
    const given = { droplet_id: raw.droplet };
    const requestState = await raw.stateFor('droplets_destroy', given);
    await raw.clock.advance(61 * 60_000);
    const late = await raw.call('droplets_destroy', given, {
      inputResponses: agreed,
      requestState,
    });
    expect(late).toMatchObject({ result: { resultType: 'input_required' } });
    expect(raw.changes()).toEqual([]);
  });
});

describe('nothing that a model can write', () => {
  it.each(['confirm', 'consent', 'approval', 'approved', 'confirm_token', 'dry_run_confirmed'])(
    'as the argument %s replaces a person',
    async (name) => {
      const agent: AskedAgent = await askedAgent();
      const droplet_id = await idOf(agent, 'staging-01');
      for (const value of [true, 'yes', 'staging-01'])
        expect(['invalid_arguments', 'approval_pending']).toContain(
          outcomeOf(await agent.call('droplets_destroy', { droplet_id, [name]: value })),
        );
      expect(agent.changes()).toEqual([]);
    },
  );
});
