// The plan that all registries of an account share: what it allows and what it costs.
import { preconditionFailed } from '../../exchange/refusal.ts';
import {
  planSlugs,
  type RegistryPlan,
  registriesOn,
  registryPlans,
} from '../../reference/registries.ts';
import type { World } from '../../world/world.ts';
import { bytesOf, Registries } from './registry.ts';

/** A plan that was taken. */
export interface Subscription {
  readonly plan: RegistryPlan;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The account's subscription. */
export class RegistrySubscription {
  /** Null without a registry. */
  current: Subscription | null = null;
}

type Obstacle = 'OverRegistryLimit' | 'OverRepositoryLimit' | 'OverStorageLimit';

/** What keeps an account from a plan, given as many registries as it has or is about to have. */
export const obstacles = (
  world: World,
  plan: RegistryPlan,
  registries = world.of(Registries).size,
): readonly Obstacle[] => {
  const all = [...world.of(Registries).values()];
  const repositories = all.reduce((sum, registry) => sum + registry.repositories.size, 0);
  const bytes = all.reduce((sum, registry) => sum + bytesOf(registry), 0);
  const found: Obstacle[] = [];
  if (registries > registriesOn[plan.slug]) found.push('OverRegistryLimit');
  if (plan.included_repositories > 0 && repositories > plan.included_repositories) {
    found.push('OverRepositoryLimit');
  }
  if (!plan.allow_storage_overage && bytes > plan.included_storage_bytes) {
    found.push('OverStorageLimit');
  }
  return found;
};

/** The key under which the plan is billed. */
const billed = 'registry-plan';

/**
 * Takes a plan, billed from now on.
 *
 * @throws ApiRefusal 412 where the account has more than the plan allows.
 */
export const subscribe = (
  world: World,
  slug: RegistryPlan['slug'],
  at: number,
  registries?: number,
): Subscription => {
  const plan = registryPlans[slug];
  const found = obstacles(world, plan, registries);
  if (found.length > 0) {
    throw preconditionFailed(`registry is not eligible for tier because: [${found.join(' ')}]`);
  }
  const kept = world.of(RegistrySubscription);
  if (kept.current?.plan === plan) return kept.current;
  kept.current = { plan, createdAt: kept.current?.createdAt ?? at, updatedAt: at };
  const monthly = plan.monthly_price_in_cents / 100;
  world.books.start(
    billed,
    {
      product: 'Container Registry',
      description: `${plan.name} plan`,
      group: '',
      resourceId: '',
      resourceUuid: '',
      hourly: monthly / 672,
      monthly,
      project: '',
    },
    at,
  );
  return kept.current;
};

/** Ends the plan with the last registry. */
export const unsubscribe = (world: World, at: number): void => {
  world.of(RegistrySubscription).current = null;
  world.books.stop(billed, at);
};

/** The plans as DigitalOcean offers them to this account. */
export const offers = (world: World) =>
  planSlugs.map((slug) => {
    const found = obstacles(world, registryPlans[slug]);
    // The document knows no word for too many registries here, only where a plan is changed.
    const reasons = found.filter((it) => it !== 'OverRegistryLimit');
    return {
      ...registryPlans[slug],
      eligible: found.length === 0,
      ...(reasons.length > 0 ? { eligibility_reasons: reasons } : {}),
    };
  });
