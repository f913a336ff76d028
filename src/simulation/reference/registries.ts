// Container registries: the plans with their published prices and limits, and where registries can lie.

/** A plan for all registries of an account. */
export interface RegistryPlan {
  readonly name: string;
  readonly slug: 'starter' | 'basic' | 'professional';
  /** 0: as many as one likes. */
  readonly included_repositories: number;
  readonly included_storage_bytes: number;
  readonly allow_storage_overage: boolean;
  readonly included_bandwidth_bytes: number;
  readonly monthly_price_in_cents: number;
  readonly storage_overage_price_in_cents: number;
}

/** Registries that an account may have on each plan; only the largest carries several. */
export const registriesOn = { starter: 1, basic: 1, professional: 10 } as const;

/** Plans by their slug, smallest first. */
export const registryPlans: Readonly<Record<RegistryPlan['slug'], RegistryPlan>> = {
  starter: {
    name: 'Starter',
    slug: 'starter',
    included_repositories: 1,
    included_storage_bytes: 524_288_000,
    allow_storage_overage: false,
    included_bandwidth_bytes: 524_288_000,
    monthly_price_in_cents: 0,
    storage_overage_price_in_cents: 0,
  },
  basic: {
    name: 'Basic',
    slug: 'basic',
    included_repositories: 5,
    included_storage_bytes: 5_368_709_120,
    allow_storage_overage: true,
    included_bandwidth_bytes: 5_368_709_120,
    monthly_price_in_cents: 500,
    storage_overage_price_in_cents: 2,
  },
  professional: {
    name: 'Professional',
    slug: 'professional',
    included_repositories: 0,
    included_storage_bytes: 107_374_182_400,
    allow_storage_overage: true,
    included_bandwidth_bytes: 107_374_182_400,
    monthly_price_in_cents: 2_000,
    storage_overage_price_in_cents: 2,
  },
};

/** Slugs of the plans. */
export const planSlugs = ['starter', 'basic', 'professional'] as const;

/** Regions that take registries. */
export const registryRegions = [
  'nyc3',
  'sfo3',
  'sfo2',
  'ams3',
  'sgp1',
  'fra1',
  'blr1',
  'syd1',
] as const;
