// Registries as the account has them: made, deleted, their shared plan, their credentials.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply } from '../../exchange/call.ts';
import { choice, read } from '../../exchange/input.ts';
import { conflict, notFound } from '../../exchange/refusal.ts';
import { planSlugs, registryRegions } from '../../reference/registries.ts';
import {
  offers,
  RegistrySubscription,
  type Subscription,
  subscribe,
  unsubscribe,
} from '../../things/registries/plan.ts';
import { Registries, type Registry, RegistryGone } from '../../things/registries/registry.ts';
import type { World } from '../../world/world.ts';
import { subscriptionView } from './views.ts';

const registryName = z
  .string()
  .regex(/^[a-z0-9-]{1,63}$/, 'may only have lower-case letters, numbers and dashes, at most 63');

const newRegistry = z.object({
  name: registryName,
  subscription_tier_slug: choice(planSlugs),
  region: choice(registryRegions),
});

/** How a road to registries shows a new one. */
export type Shows = (registry: Registry, subscription: Subscription | null) => unknown;

const requireFree = (world: World, name: string): void => {
  if (world.of(Registries).has(name)) {
    throw conflict('The request could not be completed due to a conflict.');
  }
};

/** Makes a registry; without a plan named it is the account's, or the one that doctl takes. */
export const createRegistry =
  (shows: Shows) =>
  (call: Call, world: World): RouteReply => {
    const given = read(call, newRegistry);
    requireFree(world, given.name);
    const registries = world.of(Registries);
    const present = world.of(RegistrySubscription).current?.plan.slug;
    const slug = given.subscription_tier_slug ?? present ?? 'basic';
    const subscription = subscribe(world, slug, call.now, registries.size + 1);
    const registry: Registry = {
      name: given.name,
      region: given.region ?? registryRegions[0],
      createdAt: call.now,
      repositories: new Map(),
      blobs: new Map(),
      usage: { bytes: 0, at: call.now },
    };
    registries.set(registry.name, registry);
    return created({ registry: shows(registry, subscription) });
  };

/** Takes a registry away with all its images; the plan ends with the last one. */
export const removeRegistry = (call: Call, world: World, { name }: Registry): RouteReply => {
  const registries = world.of(Registries);
  registries.delete(name);
  if (registries.size === 0) unsubscribe(world, call.now);
  world.tell(new RegistryGone(name));
  return done;
};

/** Whether a name could be taken: 204 or 409. */
export const validateName = (call: Call, world: World): RouteReply => {
  requireFree(world, read(call, z.object({ name: registryName })).name);
  return done;
};

const hex = '0123456789abcdef';

/** A Docker configuration that leads nowhere; what may push needs the right to change the registry. */
export const credentials = (call: Call, world: World): RouteReply => {
  if (call.query.get('read_write') === 'true') call.holder.demand([['registry:update']]);
  const token = `dop_v1_${world.ids.text(64, hex)}`;
  const auth = Buffer.from(`${token}:${token}`).toString('base64');
  return ok({ auths: { 'registry.digitalocean.com': { auth } } });
};

/** Plans and regions to choose from. */
export const readOptions = (_: Call, world: World): RouteReply =>
  ok({ options: { available_regions: registryRegions, subscription_tiers: offers(world) } });

const requirePlan = (world: World): Subscription => {
  const { current } = world.of(RegistrySubscription);
  if (current === null) throw notFound('subscription');
  return current;
};

/** The account's plan. */
export const readPlan = (_: Call, world: World): RouteReply =>
  ok({ subscription: subscriptionView(requirePlan(world)) });

/** Moves the account to another plan. */
export const changePlan = (call: Call, world: World): RouteReply => {
  requirePlan(world);
  const { tier_slug: slug } = read(call, z.object({ tier_slug: z.enum(planSlugs) }));
  return ok({ subscription: subscriptionView(subscribe(world, slug, call.now)) });
};
