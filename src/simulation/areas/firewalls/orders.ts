// Firewalls as they are sent: their form, and what DigitalOcean checks.
import * as z from 'zod';
import type { Call } from '../../exchange/call.ts';
import { listOf, read, wholeNumber } from '../../exchange/input.ts';
import { conflict, unprocessable } from '../../exchange/refusal.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import type { World } from '../../world/world.ts';
import { type Firewall, Firewalls } from './firewall.ts';
import { inboundRule, outboundRule, requireTag, ruleOf } from './rules.ts';

const body = z.object({
  name: z
    .string()
    .max(255)
    .regex(
      /^[a-zA-Z0-9][a-zA-Z0-9.-]*$/,
      'may only have letters, numbers, periods and dashes, a letter or number first',
    ),
  droplet_ids: listOf(wholeNumber),
  tags: listOf(z.string()),
  inbound_rules: listOf(inboundRule),
  outbound_rules: listOf(outboundRule),
});

/** DigitalOcean's limits page: Droplets, tags and rules a firewall may have. */
const atMost = { droplets: 10, tags: 5, rules: 50 };

/** @throws ApiRefusal 422 for targets that are unknown or too many, 403 when tags may not be used. */
export const checkTargets = (
  call: Call,
  world: World,
  given: { readonly droplets: readonly number[]; readonly tags: readonly string[] },
): void => {
  if (given.droplets.length > atMost.droplets) {
    throw unprocessable(`A firewall covers at most ${atMost.droplets} Droplets by id.`);
  }
  if (given.tags.length > atMost.tags) {
    throw unprocessable(`A firewall has at most ${atMost.tags} tags.`);
  }
  if (given.tags.length > 0) call.holder.demand([['tag:read', 'tag:create']]);
  for (const tag of given.tags) requireTag(world, tag);
  for (const id of given.droplets) {
    if (!world.of(Droplets).has(id)) throw unprocessable(`Droplet ${id} does not exist.`);
  }
};

/** A whole firewall as it was sent. @throws ApiRefusal for what DigitalOcean does not take. */
export const completeFirewall = (call: Call, world: World, self?: Firewall) => {
  const given = read(call, body);
  const rules = given.inbound_rules.length + given.outbound_rules.length;
  if (rules === 0)
    throw unprocessable('must specify at least one rule to create or update a firewall');
  if (rules > atMost.rules) throw unprocessable(`A firewall has at most ${atMost.rules} rules.`);
  for (const other of world.of(Firewalls).values()) {
    if (other !== self && other.name === given.name) throw conflict('duplicate name');
  }
  checkTargets(call, world, { droplets: given.droplet_ids, tags: given.tags });
  return {
    name: given.name,
    dropletIds: [...new Set(given.droplet_ids)],
    tags: [...new Set(given.tags)],
    inbound: given.inbound_rules.map((rule) => ruleOf(call, world, rule, rule.sources)),
    outbound: given.outbound_rules.map((rule) => ruleOf(call, world, rule, rule.destinations)),
  };
};

/** The read scope of each kind of resource that a rule can name. */
const peerScopes = [
  ['droplet_ids', 'droplet:read'],
  ['load_balancer_uids', 'load_balancer:read'],
  ['kubernetes_ids', 'kubernetes:read'],
] as const;

type Attached = Pick<Firewall, 'dropletIds' | 'tags' | 'inbound' | 'outbound'>;

/** A change needs the read scope of every kind of resource that is attached, before and after. */
export const demandAttached = (
  call: Call,
  { dropletIds, tags, inbound, outbound }: Attached,
): void => {
  if (dropletIds.length > 0) call.holder.demand([['droplet:read']]);
  if (tags.length > 0) call.holder.demand([['tag:read']]);
  for (const [kind, scope] of peerScopes) {
    const isNamed = [...inbound, ...outbound].some((rule) => rule.peers[kind] !== undefined);
    if (isNamed) call.holder.demand([[scope]]);
  }
};
