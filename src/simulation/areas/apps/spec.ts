// An app's spec: what is checked of it, and how its secrets are kept.
import * as z from 'zod';
import { check } from '../../exchange/problems.ts';
import { badRequest } from '../../exchange/refusal.ts';
import { appRegionOf, instanceSizeOf } from '../../reference/apps.ts';
import type { World } from '../../world/world.ts';

const componentName = z.string().regex(/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/);

const env = z.looseObject({
  key: z.string().regex(/^[_A-Za-z][_A-Za-z0-9]*$/),
  value: z.string().optional(),
  type: z.string().optional(),
});

const component = z.looseObject({
  name: componentName,
  instance_size_slug: z.string().optional(),
  instance_count: z.int().min(0).optional(),
  envs: z.array(env).optional(),
});

const components = z.array(component).nullish();

const specSchema = z.looseObject({
  name: componentName,
  region: z.string().nullish(),
  services: components,
  static_sites: components,
  jobs: components,
  workers: components,
  functions: components,
  databases: components,
  envs: z.array(env).nullish(),
  domains: z.array(z.looseObject({ domain: z.string() })).nullish(),
});

/** A spec whose structure was checked; unknown fields are kept as they are. */
export type AppSpec = z.output<typeof specSchema>;
/** One component of a spec. */
export type Component = z.output<typeof component>;

/** Kinds of component that are built from a source. */
export const builtKinds = ['services', 'static_sites', 'jobs', 'workers', 'functions'] as const;

const sources = ['git', 'github', 'gitlab', 'bitbucket', 'image'];

const checkComponent = (kind: string, given: Component): void => {
  const named = sources.filter((source) => given[source] !== undefined && given[source] !== null);
  if (named.length !== 1) {
    throw badRequest(
      `error validating app spec field "${kind}.${given.name}": exactly one of ${sources.join(', ')} is needed`,
    );
  }
  const needsSize = kind === 'services' || kind === 'workers' || kind === 'jobs';
  const size = needsSize ? instanceSizeOf(given.instance_size_slug) : undefined;
  if (needsSize && size === undefined) {
    throw badRequest(`error validating app spec field "${kind}.instance_size_slug": unknown size`);
  }
  if (size?.single && (given.instance_count ?? 1) > 1) {
    throw badRequest(`error validating app spec: ${size.slug} allows a single instance only`);
  }
};

/** All components that are built, with their kind. */
export const builtComponents = (
  spec: AppSpec,
): readonly { readonly kind: string; readonly component: Component }[] =>
  builtKinds.flatMap((kind) => (spec[kind] ?? []).map((it) => ({ kind, component: it })));

/** @throws ApiRefusal 400 with the field that is wrong. */
export const readSpec = (given: unknown): AppSpec => {
  const checked = check(specSchema, given);
  if (!checked.ok) {
    throw badRequest(
      `error validating app spec field "${checked.place || 'spec'}": ${checked.says}`,
    );
  }
  const spec = checked.data;
  if (appRegionOf(spec.region ?? undefined) === undefined) {
    throw badRequest('error validating app spec field "region": unknown region');
  }
  const built = builtComponents(spec);
  for (const { kind, component: it } of built) checkComponent(kind, it);
  const names = [
    ...built.map(({ component: it }) => it.name),
    ...(spec.databases ?? []).map((it) => it.name),
  ];
  if (new Set(names).size < names.length) {
    throw badRequest('error validating app spec: component names are unique within an app');
  }
  if (names.length === 0)
    throw badRequest('error validating app spec: at least one component is needed');
  return spec;
};

const encryptedAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

type Envs = readonly z.output<typeof env>[];

const sealEnvs = (world: World, envs: Envs): Envs =>
  envs.map((it) =>
    it.type === 'SECRET' && !it.value?.startsWith('EV[')
      ? {
          ...it,
          value: `EV[1:${world.ids.text(32, encryptedAlphabet)}:${world.ids.text(44, encryptedAlphabet)}]`,
        }
      : it,
  );

/** The spec with every secret in the sealed form in which DigitalOcean answers it; sealed values stay as they are. */
export const sealSecrets = (world: World, spec: AppSpec): AppSpec => {
  const sealed: Record<string, unknown> = { ...spec };
  if (spec.envs) sealed['envs'] = sealEnvs(world, spec.envs);
  for (const kind of builtKinds) {
    const list = spec[kind];
    if (!list) continue;
    sealed[kind] = list.map((it) => (it.envs ? { ...it, envs: sealEnvs(world, it.envs) } : it));
  }
  return specSchema.parse(sealed);
};
