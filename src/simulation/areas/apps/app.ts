// An app and its deployments: how a deployment goes through its phases, and how both are shown.

import { badRequest } from '../../exchange/refusal.ts';
import { appPrices, instanceSizeOf } from '../../reference/apps.ts';
import { assign, projectName, unassign, urn } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import { type AppSpec, builtComponents, type Component } from './spec.ts';

/** Phases a deployment can be in. */
export type Phase =
  | 'PENDING_BUILD'
  | 'BUILDING'
  | 'PENDING_DEPLOY'
  | 'DEPLOYING'
  | 'ACTIVE'
  | 'SUPERSEDED'
  | 'ERROR'
  | 'CANCELED';

/** A deployment. */
export interface Deployment {
  readonly id: string;
  readonly spec: AppSpec;
  readonly cause: string;
  phase: Phase;
  readonly createdAt: number;
  updatedAt: number;
  /** When each phase began, for steps and logs. */
  readonly history: { readonly phase: Phase; readonly at: number }[];
  /** What each component was built from: a commit, or the digest of an image. */
  readonly sources: Readonly<Record<string, BuiltFrom>>;
  /** The deployment whose builds it runs again; null when it was built. */
  readonly clonedFrom: string | null;
}

/** What a component was built from. */
export type BuiltFrom = { readonly commit: string } | { readonly digest: string };

/** An app. */
export interface App {
  readonly id: string;
  spec: AppSpec;
  readonly createdAt: number;
  updatedAt: number;
  readonly host: string;
  /** Oldest first. */
  deployments: Deployment[];
  active: Deployment | null;
  /** Set while a rollback is neither committed nor reverted: no other deployment is taken till then. */
  pinned: { readonly deployment: Deployment; readonly before: AppSpec } | null;
}

/** The account's apps by id. */
export class Apps extends Map<string, App> {}

/** Seconds after the start at which each phase begins. */
const phases: readonly { readonly phase: Phase; readonly at: number }[] = [
  { phase: 'BUILDING', at: 5 },
  { phase: 'PENDING_DEPLOY', at: 70 },
  { phase: 'DEPLOYING', at: 75 },
  { phase: 'ACTIVE', at: 120 },
];

/** The same where nothing has to be built. */
const phasesWithoutBuild: typeof phases = [
  { phase: 'PENDING_DEPLOY', at: 5 },
  { phase: 'DEPLOYING', at: 10 },
  { phase: 'ACTIVE', at: 45 },
];

const hex = '0123456789abcdef';

/** Deployments an app remembers. */
const remembered = 100;

/** Whether a deployment can still change. */
export const isUnderWay = ({ phase }: Deployment): boolean =>
  phase === 'PENDING_BUILD' ||
  phase === 'BUILDING' ||
  phase === 'PENDING_DEPLOY' ||
  phase === 'DEPLOYING';

/** Puts a deployment into a phase. */
export const enter = (deployment: Deployment, phase: Phase, at: number): void => {
  deployment.phase = phase;
  deployment.updatedAt = at;
  deployment.history.push({ phase, at });
};

/** What an app costs a month, in US dollars. */
export const monthlyPrice = (world: World, app: Pick<App, 'spec' | 'createdAt'>): number => {
  const containers = builtComponents(app.spec)
    .filter(({ kind }) => kind === 'services' || kind === 'workers')
    .reduce((sum, { component }) => {
      const price = instanceSizeOf(component.instance_size_slug)?.monthly ?? 0;
      return sum + price * (component.instance_count ?? 1);
    }, 0);
  const earlier = [...world.of(Apps).values()]
    .filter((other) => other !== app && other.createdAt <= app.createdAt)
    .reduce((sum, other) => sum + (other.spec.static_sites?.length ?? 0), 0);
  const sites = app.spec.static_sites?.length ?? 0;
  const paidSites = Math.min(sites, Math.max(0, earlier + sites - appPrices.freeSites));
  const databases = (app.spec.databases ?? []).filter((it) => it['production'] !== true).length;
  return containers + paidSites * appPrices.site + databases * appPrices.devDatabase;
};

const bill = (world: World, app: App, at: number): void => {
  const monthly = monthlyPrice(world, app);
  world.books.start(
    `app:${app.id}`,
    {
      product: 'App Platform',
      description: app.spec.name,
      group: app.spec.name,
      resourceId: '',
      resourceUuid: app.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('app', app.id)),
    },
    at,
  );
};

const sourceOf = (world: World, component: Component): BuiltFrom =>
  component['image'] === undefined || component['image'] === null
    ? { commit: world.ids.text(40, hex) }
    : { digest: `sha256:${world.ids.text(64, hex)}` };

/** @throws ApiRefusal 400 while a rollback keeps an app from new deployments. */
export const requireUnpinned = (app: App): void => {
  if (app.pinned === null) return;
  throw badRequest('The app is pinned to a rollback: commit or revert the rollback first.');
};

/**
 * Starts a deployment of the app's present spec; one that is under way is superseded.
 *
 * @param again the deployment whose builds run again.
 * @throws ApiRefusal 400 while the app is pinned by a rollback.
 */
export const deploy = (
  world: World,
  app: App,
  cause: string,
  at: number,
  again?: { readonly from: Deployment; readonly rebuilds: boolean },
): Deployment => {
  requireUnpinned(app);
  for (const other of app.deployments) if (isUnderWay(other)) enter(other, 'SUPERSEDED', at);
  const sources = Object.fromEntries(
    builtComponents(app.spec).map(({ component }) => [component.name, sourceOf(world, component)]),
  );
  const deployment: Deployment = {
    id: world.ids.uuid(),
    spec: app.spec,
    cause,
    phase: 'PENDING_BUILD',
    createdAt: at,
    updatedAt: at,
    history: [{ phase: 'PENDING_BUILD', at }],
    sources: again?.from.sources ?? sources,
    clonedFrom: again?.from.id ?? null,
  };
  app.deployments.push(deployment);
  if (app.deployments.length > remembered) app.deployments.shift();
  const fails = world.faults.fails('deployment');
  const course = again === undefined || again.rebuilds ? phases : phasesWithoutBuild;
  for (const { phase, at: seconds } of course) {
    world.pace.later(seconds, at, (later) => {
      if (!isUnderWay(deployment) || !world.of(Apps).has(app.id)) return;
      enter(deployment, fails && phase === 'PENDING_DEPLOY' ? 'ERROR' : phase, later);
      if (deployment.phase !== 'ACTIVE') return;
      if (app.active !== null) enter(app.active, 'SUPERSEDED', later);
      app.active = deployment;
      app.updatedAt = later;
      bill(world, app, later);
    });
  }
  return deployment;
};

/** Adds an app and starts its first deployment. */
export const addApp = (
  world: World,
  spec: AppSpec,
  project: string | null | undefined,
  at: number,
): App => {
  const app: App = {
    id: world.ids.uuid(),
    spec,
    createdAt: at,
    updatedAt: at,
    host: `${spec.name}-${world.ids.text(5, 'abcdefghijklmnopqrstuvwxyz')}.ondigitalocean.app`,
    deployments: [],
    active: null,
    pinned: null,
  };
  assign(world, urn('app', app.id), project, at);
  world.of(Apps).set(app.id, app);
  deploy(world, app, 'initial deployment', at);
  return app;
};

/** Removes an app with everything it runs. */
export const removeApp = (world: World, app: App, at: number): void => {
  world.of(Apps).delete(app.id);
  world.books.stop(`app:${app.id}`, at);
  unassign(world, urn('app', app.id));
};
