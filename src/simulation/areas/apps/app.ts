// An app and its deployments: how a deployment goes through its phases, and how both are shown.
import type { Account } from '../../account/account.ts';
import { assign, projectName, projectOf, unassign, urn } from '../../account/belonging.ts';
import { forPeople } from '../../exchange/times.ts';
import { appPrices, appRegionOf, instanceSizeOf } from '../../reference/apps.ts';
import type { Holder } from '../../token/holder.ts';
import { type AppSpec, builtComponents } from './spec.ts';

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
  readonly commits: Readonly<Record<string, string>>;
}

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
}

/** Seconds after the start at which each phase begins. */
const phases: readonly { readonly phase: Phase; readonly at: number }[] = [
  { phase: 'BUILDING', at: 5 },
  { phase: 'PENDING_DEPLOY', at: 70 },
  { phase: 'DEPLOYING', at: 75 },
  { phase: 'ACTIVE', at: 120 },
];

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

const monthlyPrice = (account: Account, app: App): number => {
  const containers = builtComponents(app.spec)
    .filter(({ kind }) => kind === 'services' || kind === 'workers')
    .reduce((sum, { component }) => {
      const price = instanceSizeOf(component.instance_size_slug)?.monthly ?? 0;
      return sum + price * (component.instance_count ?? 1);
    }, 0);
  const earlier = [...account.apps.values()]
    .filter((other) => other !== app && other.createdAt <= app.createdAt)
    .reduce((sum, other) => sum + (other.spec.static_sites?.length ?? 0), 0);
  const sites = app.spec.static_sites?.length ?? 0;
  const paidSites = Math.min(sites, Math.max(0, earlier + sites - appPrices.freeSites));
  const databases = (app.spec.databases ?? []).filter((it) => it['production'] !== true).length;
  return containers + paidSites * appPrices.site + databases * appPrices.devDatabase;
};

const bill = (account: Account, app: App, at: number): void => {
  const monthly = monthlyPrice(account, app);
  account.ledger.start(
    `app:${app.id}`,
    {
      product: 'App Platform',
      description: app.spec.name,
      group: app.spec.name,
      resourceId: '',
      resourceUuid: app.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(account, urn('app', app.id)),
    },
    at,
  );
};

/** Starts a deployment of the app's present spec; one that is under way is superseded. */
export const deploy = (account: Account, app: App, cause: string, at: number): Deployment => {
  for (const other of app.deployments) if (isUnderWay(other)) enter(other, 'SUPERSEDED', at);
  const commits = Object.fromEntries(
    builtComponents(app.spec).map(({ component }) => [
      component.name,
      account.ids.text(40, '0123456789abcdef'),
    ]),
  );
  const deployment: Deployment = {
    id: account.ids.uuid(),
    spec: app.spec,
    cause,
    phase: 'PENDING_BUILD',
    createdAt: at,
    updatedAt: at,
    history: [{ phase: 'PENDING_BUILD', at }],
    commits,
  };
  app.deployments.push(deployment);
  if (app.deployments.length > remembered) app.deployments.shift();
  const fails = account.faults.fails('deployment');
  for (const { phase, at: seconds } of phases) {
    account.pace.later(seconds, at, (later) => {
      if (!isUnderWay(deployment) || !account.apps.has(app.id)) return;
      enter(deployment, fails && phase === 'PENDING_DEPLOY' ? 'ERROR' : phase, later);
      if (deployment.phase !== 'ACTIVE') return;
      if (app.active !== null) enter(app.active, 'SUPERSEDED', later);
      app.active = deployment;
      app.updatedAt = later;
      bill(account, app, later);
    });
  }
  return deployment;
};

/** Adds an app and starts its first deployment. */
export const addApp = (
  account: Account,
  spec: AppSpec,
  project: string | null | undefined,
  at: number,
): App => {
  const app: App = {
    id: account.ids.uuid(),
    spec,
    createdAt: at,
    updatedAt: at,
    host: `${spec.name}-${account.ids.text(5, 'abcdefghijklmnopqrstuvwxyz')}.ondigitalocean.app`,
    deployments: [],
    active: null,
  };
  assign(account, urn('app', app.id), project, at);
  account.apps.set(app.id, app);
  deploy(account, app, 'initial deployment', at);
  return app;
};

/** Removes an app with everything it runs. */
export const removeApp = (account: Account, app: App, at: number): void => {
  account.apps.delete(app.id);
  account.ledger.stop(`app:${app.id}`, at);
  unassign(account, urn('app', app.id));
};

type StepStatus = 'PENDING' | 'RUNNING' | 'ERROR' | 'SUCCESS';

/** Which of the two halves of a deployment stands where, by phase. */
const halves = ({ phase, history }: Deployment): { build: StepStatus; deploy: StepStatus } => {
  const reached = history.some((it) => it.phase === 'DEPLOYING');
  switch (phase) {
    case 'PENDING_BUILD':
      return { build: 'PENDING', deploy: 'PENDING' };
    case 'BUILDING':
      return { build: 'RUNNING', deploy: 'PENDING' };
    case 'PENDING_DEPLOY':
      return { build: 'SUCCESS', deploy: 'PENDING' };
    case 'DEPLOYING':
      return { build: 'SUCCESS', deploy: 'RUNNING' };
    case 'ERROR':
    case 'CANCELED':
      return reached
        ? { build: 'SUCCESS', deploy: 'ERROR' }
        : { build: 'ERROR', deploy: 'PENDING' };
    case 'ACTIVE':
      return { build: 'SUCCESS', deploy: 'SUCCESS' };
    case 'SUPERSEDED':
      return history.some((it) => it.phase === 'ACTIVE')
        ? { build: 'SUCCESS', deploy: 'SUCCESS' }
        : { build: 'SUCCESS', deploy: 'ERROR' };
  }
};

const stepsOf = (deployment: Deployment) => {
  const state = halves(deployment);
  const parts = builtComponents(deployment.spec).map(({ component }) => component.name);
  const half = (name: 'build' | 'deploy', message: string) => ({
    name,
    status: state[name],
    steps: [
      { name: 'initialize', status: state[name] },
      {
        name: 'components',
        status: state[name],
        steps: parts.map((part) => ({
          name: part,
          status: state[name],
          component_name: part,
          message_base: message,
        })),
      },
    ],
  });
  return { state, steps: [half('build', 'Building'), half('deploy', 'Deploying')] };
};

/** Steps a deployment counts: three to build, three to deploy. */
const perHalf = 3;

const progressView = (deployment: Deployment) => {
  const { state, steps } = stepsOf(deployment);
  const count = (status: StepStatus): number =>
    [state.build, state.deploy].filter((it) => it === status).length;
  const failed = deployment.phase === 'ERROR' ? 1 : 0;
  const running = count('RUNNING') > 0 ? 1 : 0;
  const success = count('SUCCESS') * perHalf;
  return {
    total_steps: 2 * perHalf,
    success_steps: success,
    running_steps: running,
    error_steps: failed,
    pending_steps: 2 * perHalf - success - running - failed,
    steps,
  };
};

/** A deployment as DigitalOcean shows it. */
export const deploymentView = (deployment: Deployment) => {
  const parts = (kind: string) => {
    const list = builtComponents(deployment.spec)
      .filter((it) => it.kind === kind)
      .map(({ component }) => ({
        name: component.name,
        source_commit_hash: deployment.commits[component.name] ?? '',
      }));
    return list.length > 0 ? { [kind]: list } : {};
  };
  return {
    id: deployment.id,
    spec: deployment.spec,
    ...parts('services'),
    ...parts('static_sites'),
    ...parts('workers'),
    ...parts('jobs'),
    phase: deployment.phase,
    phase_last_updated_at: forPeople(deployment.updatedAt),
    created_at: forPeople(deployment.createdAt),
    updated_at: forPeople(deployment.updatedAt),
    cause: deployment.cause,
    progress: progressView(deployment),
    tier_slug: 'basic',
  };
};

/** An app as DigitalOcean shows it. */
export const appView = (account: Account, app: App, holder: Holder) => {
  const latest = app.deployments.at(-1);
  const waiting = latest !== undefined && latest.phase === 'PENDING_BUILD' ? latest : undefined;
  const running = latest !== undefined && isUnderWay(latest) && !waiting ? latest : undefined;
  const address = `https://${app.host}`;
  return {
    id: app.id,
    owner_uuid: account.profile.uuid,
    spec: app.spec,
    default_ingress: address,
    created_at: forPeople(app.createdAt),
    updated_at: forPeople(app.updatedAt),
    ...(latest ? { last_deployment_created_at: forPeople(latest.createdAt) } : {}),
    ...(app.active ? { active_deployment: deploymentView(app.active) } : {}),
    ...(running ? { in_progress_deployment: deploymentView(running) } : {}),
    ...(waiting ? { pending_deployment: deploymentView(waiting) } : {}),
    ...(app.active
      ? { live_url: address, live_url_base: address, live_domain: app.host }
      : { live_url: '' }),
    domains: (app.spec.domains ?? []).map((domain) => ({
      spec: domain,
      phase: app.active ? 'ACTIVE' : 'CONFIGURING',
    })),
    region: appRegionOf(app.spec.region ?? undefined),
    tier_slug: 'basic',
    ...(holder.can('project:read') ? { project_id: projectOf(account, urn('app', app.id)) } : {}),
  };
};
