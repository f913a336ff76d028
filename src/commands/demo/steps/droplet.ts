// Part three: a Droplet is made, with its progress and its price.
import * as z from 'zod';
import type { Agent, Reply } from '../agent.ts';
import type { Part, Scene } from '../part.ts';
import { spokenCall, spokenError } from '../spoken.ts';
import { everything } from '../tokens.ts';

const given = {
  name: 'demo-01',
  region: 'nyc3',
  size: 's-1vcpu-1gb',
  image: 'ubuntu-24-04-x64',
};

/** How long the agent waits for the Droplet, in seconds. */
const patience = 8;

/** How often the bar moves, in milliseconds. */
const beat = 200;

const begun = z.looseObject({
  id: z.number(),
  next: z.string(),
  action: z.looseObject({ id: z.number() }),
});
const made = z.looseObject({
  name: z.string(),
  status: z.string(),
  networks: z.looseObject({
    v4: z.array(z.looseObject({ ip_address: z.string(), type: z.string() })),
  }),
});
const billed = z.looseObject({ adds_to_bill: z.looseObject({ monthly_usd: z.number() }) });

/** Moves the bar until the call is answered. */
const moveBar = async ({ narrator, clock }: Scene, answered: Promise<unknown>): Promise<void> => {
  const began = clock.now();
  const ended = answered.then(
    () => true,
    () => true,
  );
  do {
    const seconds = (clock.now() - began) / 1_000;
    narrator.bar(seconds / patience, `${Math.round(seconds)} s`);
  } while (!(await Promise.race([ended, clock.sleep(beat)])));
  narrator.bar(null, '');
};

const waited = async (scene: Scene, agent: Agent): Promise<Reply> => {
  const call = { ...given, wait_seconds: patience };
  scene.narrator.quote('agent', spokenCall('droplets_create', call));
  const reply = agent.call('droplets_create', call, ({ message }) => {
    scene.narrator.bar(null, '');
    scene.narrator.quote('server', message);
  });
  await moveBar(scene, reply);
  return reply;
};

/** Without waiting: the answer names the call that tells when it is done. */
const followed = async ({ narrator }: Scene, agent: Agent): Promise<Reply> => {
  narrator.quote('agent', spokenCall('droplets_create', given));
  const reply = await agent.call('droplets_create', given);
  if (reply.isError) return reply;
  const { next, action, id } = begun.parse(reply.answer);
  narrator.quote('server', next);
  const ended = { action_id: action.id };
  narrator.quote('agent', spokenCall('actions_get', ended));
  const { answer } = await agent.call('actions_get', ended);
  narrator.quote('server', `The action is ${String(answer['status'])}.`);
  const it = { droplet_id: id };
  narrator.quote('agent', spokenCall('droplets_get', it));
  const seen = await agent.call('droplets_get', it);
  return { isError: seen.isError, answer: { ...reply.answer, ...seen.answer } };
};

/** The Droplet. */
export const droplet: Part = {
  title: 'A Droplet, and what it costs',
  says: 'The agent with the token for everything makes a small Droplet. Long work reports its progress, as any MCP client can show it (the simulation is faster than life), and the answer says what is added to the bill.',
  play: async (scene) => {
    const agent = await scene.stage.agent(everything);
    const reply = await (scene.isInstant ? followed(scene, agent) : waited(scene, agent));
    const { narrator } = scene;
    if (reply.isError) return narrator.quote('server', spokenError(reply));
    const { name, status, networks } = made.parse(reply.answer);
    const { adds_to_bill: bill } = billed.parse(reply.answer);
    const address = networks.v4.find(({ type }) => type === 'public')?.ip_address;
    narrator.quote(
      'server',
      `${name} is ${status}${address === undefined ? '' : ` at ${address}`}. It adds $${bill.monthly_usd} a month to the bill.`,
    );
  },
};
