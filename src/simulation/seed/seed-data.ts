// The form of a starting account: a JSON object whose lists hold what one would send to create each thing.
import * as z from 'zod';

const droplet = z.looseObject({
  name: z.string(),
  /** Droplets end up running unless they say `off`. */
  status: z.enum(['active', 'off']).optional(),
  /** Names of snapshots to take of it. */
  snapshots: z.array(z.string()).optional(),
  /** Whether it has a reserved IP. */
  reserved_ip: z.boolean().optional(),
});

const volume = z.looseObject({
  name: z.string(),
  /** Name of the Droplet it is attached to. */
  droplet: z.string().optional(),
  snapshots: z.array(z.string()).optional(),
});

const domain = z.looseObject({
  name: z.string(),
  records: z.array(z.looseObject({ type: z.string() })).optional(),
});

/** What refers to Droplets names them, since their ids are not known before. */
const behind = z.looseObject({
  name: z.string(),
  droplets: z.array(z.string()).optional(),
});

const project = z.looseObject({
  name: z.string(),
  is_default: z.boolean().optional(),
  /** Resources in it, as `kind:name`, for example `droplet:web-01`. */
  resources: z.array(z.string()).optional(),
});

/** Images are named by their tags; one without any is left from an earlier push. */
const registry = z.looseObject({
  name: z.string(),
  images: z
    .array(z.strictObject({ repository: z.string(), tags: z.array(z.string()).optional() }))
    .optional(),
});

const named = z.looseObject({ name: z.string() });

/** A starting account. Lists may be left out; unknown lists are an error, so that a typing mistake is noticed. */
export const seedDataSchema = z.strictObject({
  account: z
    .strictObject({
      name: z.string().optional(),
      email: z.string().optional(),
      team: z.string().optional(),
      droplet_limit: z.int().min(0).optional(),
      reserved_ip_limit: z.int().min(0).optional(),
      volume_limit: z.int().min(0).optional(),
      /** US dollars owed from earlier months. */
      balance: z.number().optional(),
    })
    .optional(),
  /** How long ago all of it was made; a day at least, so that everything is finished. */
  age_days: z.number().min(1).max(10_000).optional(),
  tags: z.array(z.string()).optional(),
  projects: z.array(project).optional(),
  ssh_keys: z.array(named).optional(),
  vpcs: z.array(named).optional(),
  droplets: z.array(droplet).optional(),
  volumes: z.array(volume).optional(),
  domains: z.array(domain).optional(),
  load_balancers: z.array(behind).optional(),
  firewalls: z.array(behind).optional(),
  kubernetes_clusters: z.array(named).optional(),
  databases: z.array(named).optional(),
  apps: z.array(z.looseObject({ spec: z.looseObject({ name: z.string() }) })).optional(),
  spaces_keys: z.array(named).optional(),
  registries: z.array(registry).optional(),
});

/** A starting account, checked in form but not yet in content. */
export type SeedData = z.output<typeof seedDataSchema>;
