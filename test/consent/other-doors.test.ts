// Where the client shows nothing, or nobody answers there: the question waits at other doors, and an approval lets one call through.
import { describe, expect, it } from 'vitest';
import type { FormDone } from '../agent.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { type AskedAgent, askedAgent, idOf, outcomeOf, questionIn } from './asked.ts';

const minute = 60_000;

const destroy = async (agent: AskedAgent, name = 'staging-01', more = {}) =>
  agent.call('droplets_destroy', { droplet_id: await idOf(agent, name), ...more });

const answer = async (agent: AskedAgent, id: string, approves: boolean) =>
  (await agent.book()).answer(id, { approves, door: 'terminal', by: 'sam', reason: null });

const destroyed = (agent: AskedAgent): number => agent.changes().length;

describe('a call that waits for a person', () => {
  it('says what the person sees and where they can answer, and goes through once they have', async () => {
    const agent = await askedAgent();
    const pending = await destroy(agent);
    expect(outcomeOf(pending)).toBe('approval_pending');
    const id = questionIn(pending);
    expect(pending.text).toMatch(/Destroys the Droplet staging-01/);
    expect(pending.text).toContain(`do-mcp approvals approve ${id}`);
    expect(outcomeOf(await destroy(agent))).toBe('approval_pending');
    expect(questionIn(await destroy(agent))).toBe(id);
    await answer(agent, id, true);
    // What is looked at and how long is waited are no part of what was agreed to.
    expect(outcomeOf(await destroy(agent, 'staging-01', { wait_seconds: 0 }))).toBe('done');
    expect(destroyed(agent)).toBe(1);
  });

  it('goes through exactly once, however many make it at the same time', async () => {
    const agent = await askedAgent();
    const given = { droplet_id: await idOf(agent, 'staging-01') };
    const id = questionIn(await agent.call('droplets_destroy', given));
    await answer(agent, id, true);
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => agent.call('droplets_destroy', given)),
    );
    expect(replies.map(outcomeOf).filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(destroyed(agent)).toBe(1);
  });

  it('is told no, with the reason, for ten minutes', async () => {
    const agent = await askedAgent();
    const id = questionIn(await destroy(agent));
    const book = await agent.book();
    await book.answer(id, { approves: false, door: 'terminal', by: 'sam', reason: 'we need it' });
    const no = await destroy(agent);
    expect(outcomeOf(no)).toBe('denied');
    expect(no.text).toMatch(/terminal, sam\): we need it/);
    await agent.clock.advance(10 * minute);
    expect(outcomeOf(await destroy(agent))).toBe('approval_pending');
  });

  it('waits for an hour; an approval waits for ten minutes', async () => {
    const agent = await askedAgent();
    const first = questionIn(await destroy(agent));
    await agent.clock.advance(60 * minute - 1);
    expect(questionIn(await destroy(agent))).toBe(first);
    await agent.clock.advance(1);
    const second = questionIn(await destroy(agent));
    expect(second).not.toBe(first);
    expect((await answer(agent, first, true)).how).toBe('too_late');
    await answer(agent, second, true);
    await agent.clock.advance(10 * minute);
    expect(outcomeOf(await destroy(agent))).toBe('approval_pending');
    expect(destroyed(agent)).toBe(0);
  });

  it('is not the call that was approved when it is about something else', async () => {
    const agent = await askedAgent();
    await answer(agent, questionIn(await destroy(agent)), true);
    expect(outcomeOf(await destroy(agent, 'web-01'))).toBe('approval_pending');
    expect(destroyed(agent)).toBe(0);
  });

  it('is asked about again when more would be harmed than the person was told', async () => {
    const agent = await askedAgent();
    const first = questionIn(await destroy(agent));
    await answer(agent, first, true);
    const given = { droplet_id: await idOf(agent, 'staging-01'), type: 'snapshot', name: 'extra' };
    expect(outcomeOf(await agent.call('droplet_actions_post', given))).toBe('done');
    await agent.clock.advance(9 * minute);
    const again = await destroy(agent);
    expect(outcomeOf(again)).toBe('approval_pending');
    expect(questionIn(again)).not.toBe(first);
    expect(again.text).toMatch(/extra/);
  });

  it('is one of at most twenty of an agent', async () => {
    const agent = await askedAgent();
    for (let at = 1; at <= 20; at += 1)
      await agent.call('domains_delete', { domain_name: `n${at}.example` });
    const more = await agent.call('domains_delete', { domain_name: 'n21.example' });
    expect(outcomeOf(more)).toBe('too_many_questions');
    const old = await agent.call('domains_delete', { domain_name: 'n20.example' });
    expect(outcomeOf(old)).toBe('approval_pending');
    await answer(agent, questionIn(old), false);
    expect(outcomeOf(await agent.call('domains_delete', { domain_name: 'n21.example' }))).toBe(
      'approval_pending',
    );
  });
});

describe('questions in a state folder', () => {
  it('are there for another process of the same credential, and none of another', async () => {
    const stateFolder = newStateFolder();
    const one = await askedAgent({ stateFolder });
    const id = questionIn(await destroy(one));
    await answer(one, id, true);
    const foreign = await askedAgent({ stateFolder, scopes: 'droplet:read,droplet:delete' });
    expect(outcomeOf(await destroy(foreign))).toBe('approval_pending');
    const next = await askedAgent({ stateFolder });
    expect(outcomeOf(await destroy(next))).toBe('done');
    expect(outcomeOf(await destroy(one))).toBe('approval_pending');
  });
});

describe('a client that declares asking and hangs', () => {
  it.each(['old', 'new'] as const)(
    'leaves the question to the other doors: %s generation',
    async (generation) => {
      let finish: (done: FormDone) => void = () => {};
      const agent: AskedAgent = await askedAgent({
        generation,
        over: 'stdio',
        show: () =>
          new Promise((resolve) => {
            finish = resolve;
          }),
      });
      const calling = destroy(agent);
      if (generation === 'old') {
        await expect.poll(() => agent.forms.length).toBe(1);
        await agent.clock.advance(39_000);
        await agent.clock.advance(1_000);
        const pending = await calling;
        expect(outcomeOf(pending)).toBe('approval_pending');
        // The form is still there; a late yes counts for the next same call.
        finish({ action: 'accept', content: { name: 'staging-01' } });
        const book = await agent.book();
        await expect
          .poll(async () => (await book.find(questionIn(pending)))?.answer?.door)
          .toBe('client');
        expect(outcomeOf(await destroy(agent))).toBe('done');
        expect(agent.forms).toHaveLength(1);
      } else {
        await expect.poll(() => agent.forms.length).toBe(1);
        const book = await agent.book();
        const [waiting] = await book.all();
        await answer(agent, waiting?.question.id ?? '', true);
        finish({ action: 'decline' });
        // The first answer counts, whatever the client says afterwards.
        expect(outcomeOf(await calling)).toBe('done');
      }
      expect(destroyed(agent)).toBe(1);
    },
  );

  it('is overtaken by another door while its form is shown', async () => {
    const agent = await askedAgent({
      generation: 'old',
      over: 'stdio',
      show: () => new Promise(() => {}),
    });
    const calling = destroy(agent);
    await expect.poll(() => agent.forms.length).toBe(1);
    const [waiting] = await (await agent.book()).all();
    await answer(agent, waiting?.question.id ?? '', true);
    await agent.clock.advance(1_000);
    expect(outcomeOf(await calling)).toBe('done');
  });

  it('closes the question for all doors with a late no', async () => {
    let finish: (done: FormDone) => void = () => {};
    const agent = await askedAgent({
      generation: 'old',
      over: 'stdio',
      show: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const calling = destroy(agent);
    await expect.poll(() => agent.forms.length).toBe(1);
    await agent.clock.advance(40_000);
    const id = questionIn(await calling);
    finish({ action: 'decline' });
    const book = await agent.book();
    await expect.poll(async () => (await book.find(id))?.answer?.approves).toBe(false);
    expect((await answer(agent, id, true)).how).toBe('too_late');
    expect(outcomeOf(await destroy(agent))).toBe('denied');
  });
});
