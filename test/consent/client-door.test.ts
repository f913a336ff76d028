// The client's door: what its person does with a form decides, in either generation, and what nobody did decides nothing.
import { describe, expect, it } from 'vitest';
import type { FormDone } from '../agent.ts';
import { type AskedAgent, askedAgent, idOf, outcomeOf, questionIn, rowsOf } from './asked.ts';

const destroy = async (agent: AskedAgent) =>
  agent.call('droplets_destroy', { droplet_id: await idOf(agent, 'staging-01') });

const roads = [
  ['old', 'stdio'],
  ['new', 'stdio'],
  ['new', 'http'],
] as const;

/** Thinks for two seconds, as a person would, and answers. */
const after = (agent: () => AskedAgent, done: FormDone) => async (): Promise<FormDone> => {
  await agent().clock.advance(2_000);
  return done;
};

describe.each(roads)('a client of the %s generation over %s', (generation, over) => {
  const meet = async (
    done: (fields: readonly string[]) => FormDone,
    thinks = 2_000,
  ): Promise<AskedAgent> => {
    const agent: AskedAgent = await askedAgent({
      generation,
      over,
      show: async (_message, fields) => {
        if (thinks > 0) await agent.clock.advance(thinks);
        return done(fields);
      },
    });
    return agent;
  };

  it('goes through once its person has typed the name, and asks anew the next time', async () => {
    const agent = await meet(() => ({ action: 'accept', content: { name: 'staging-01' } }));
    expect(outcomeOf(await destroy(agent))).toBe('done');
    expect(agent.changes()).toEqual([expect.stringMatching(/^DELETE .v2.droplets/)]);
    expect(agent.forms).toHaveLength(1);
    expect(agent.forms[0]).toMatch(/test-agent wants to call droplets_destroy/);
    expect(agent.forms[0]).toMatch(/staging-01/);
    const given = { droplet_id: await idOf(agent, 'web-01') };
    expect(outcomeOf(await agent.call('droplets_destroy', given))).toBe('approval_pending');
    expect(agent.forms).toHaveLength(2);
    expect(agent.changes()).toHaveLength(1);
  });

  it('is told no when its person declined, and stays so for ten minutes without a form', async () => {
    const agent = await meet(() => ({ action: 'decline' }));
    const no = await destroy(agent);
    expect(outcomeOf(no)).toBe('denied');
    expect(no.text).toMatch(/the client answered decline/);
    expect(no.text).not.toMatch(/person (refused|declined)/);
    expect(outcomeOf(await destroy(agent))).toBe('denied');
    expect(agent.forms).toHaveLength(1);
    await agent.clock.advance(10 * 60_000);
    await destroy(agent);
    expect(agent.forms).toHaveLength(2);
    expect(agent.changes()).toEqual([]);
  });

  it('is not believed when it declines faster than a person could: the question stays open', async () => {
    const agent = await meet(() => ({ action: 'decline' }), 0);
    const pending = await destroy(agent);
    expect(outcomeOf(pending)).toBe('approval_pending');
    const book = await agent.book();
    expect(await book.find(questionIn(pending))).toMatchObject({ answer: null, isSpent: false });
    expect(agent.changes()).toEqual([]);
  });

  it.each([
    ['closed the form', { action: 'cancel' }, 'approval_pending'],
    [
      'typed another name',
      { action: 'accept', content: { name: 'staging-0' } },
      'approval_pending',
    ],
    ['typed nothing', { action: 'accept', content: {} }, 'approval_pending'],
    [
      'ticked a box that is not there',
      { action: 'accept', content: { agree: true } },
      'approval_pending',
    ],
  ] as const)('whose person %s has agreed to nothing', async (_what, done, code) => {
    const agent = await meet(() => done as FormDone);
    expect(outcomeOf(await destroy(agent))).toBe(code);
    expect(agent.changes()).toEqual([]);
  });

  it('asks for a tick where little is at stake, and takes an unticked box for a no', async () => {
    const given = { domain_name: 'example.com' };
    const fieldsSeen: string[] = [];
    let isTicked = false;
    const agent = await meet((fields) => {
      fieldsSeen.push(...fields);
      return { action: 'accept', content: { agree: isTicked } };
    });
    const records = rowsOf(await agent.call('domains_list_records', given));
    const record = {
      ...given,
      domain_record_id: records.find((row) => row['type'] === 'A' && row['name'] === 'api')?.['id'],
    };
    expect(outcomeOf(await agent.call('domains_delete_record', record))).toBe('denied');
    expect(fieldsSeen).toEqual(['agree']);
    expect(agent.changes()).toEqual([]);
    await agent.clock.advance(11 * 60_000);
    isTicked = true;
    expect(outcomeOf(await agent.call('domains_delete_record', record))).toBe('done');
  });

  it('is asked again when more would be harmed by the time its person has answered', async () => {
    let droplet_id = 0;
    const agent: AskedAgent = await askedAgent({
      generation,
      over,
      show: async () => {
        if (agent.forms.length === 1) await agent.elsewhere('POST', 'reserved_ips', { droplet_id });
        await agent.clock.advance(30_000);
        return { action: 'accept', content: { name: 'staging-01' } };
      },
    });
    droplet_id = await idOf(agent, 'staging-01');
    const reply = await agent.call('droplets_destroy', { droplet_id });
    // The new generation comes back and is asked anew at once; the old one has to make the call again.
    if (generation === 'new') {
      expect(outcomeOf(reply)).toBe('done');
      expect(agent.forms).toHaveLength(2);
      expect(agent.forms[1]).toMatch(/reserved IP/);
    } else {
      expect(outcomeOf(reply)).toBe('approval_pending');
      expect(reply.text).toMatch(/reserved IP/);
      expect(agent.changes()).toEqual([]);
    }
  });

  it('may be distrusted: it is shown nothing, and another door decides', async () => {
    const agent: AskedAgent = await askedAgent({
      generation,
      over,
      show: after(() => agent, { action: 'accept', content: { name: 'staging-01' } }),
      argv: ['--consent-doors', 'terminal'],
    });
    const pending = await destroy(agent);
    expect(outcomeOf(pending)).toBe('approval_pending');
    expect(agent.forms).toEqual([]);
    const book = await agent.book();
    const id = questionIn(pending);
    expect(
      (await book.answer(id, { approves: true, door: 'client', by: null, reason: null })).how,
    ).toBe('closed_door');
    await book.answer(id, { approves: true, door: 'terminal', by: 'sam', reason: null });
    expect(outcomeOf(await destroy(agent))).toBe('done');
    expect(agent.changes()).toEqual([expect.stringMatching(/^DELETE .v2.droplets/)]);
  });
});
