// An app and its deployments as DigitalOcean shows them.

import { forPeople } from '../../exchange/times.ts';
import { appRegionOf } from '../../reference/apps.ts';
import { projectOf, urn } from '../../things/belonging.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';
import { type App, type BuiltFrom, type Deployment, isUnderWay } from './app.ts';
import { domainViews } from './domains.ts';
import { progressView } from './progress.ts';
import { builtComponents } from './spec.ts';

/** From a repository a component shows its commit, from an image the image's digest (godo's AppDeployment types). */
const sourceView = (source: BuiltFrom | undefined) =>
  source !== undefined && 'digest' in source
    ? { source_image_digest: source.digest }
    : { source_commit_hash: source?.commit ?? '' };

/** A deployment as DigitalOcean shows it. */
export const deploymentView = (deployment: Deployment) => {
  const parts = (kind: string) => {
    const list = builtComponents(deployment.spec)
      .filter((it) => it.kind === kind)
      .map(({ component }) => ({
        name: component.name,
        ...sourceView(deployment.sources[component.name]),
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
    ...(deployment.clonedFrom === null ? {} : { cloned_from: deployment.clonedFrom }),
    progress: progressView(deployment),
    tier_slug: 'basic',
  };
};

/** An app as DigitalOcean shows it. */
export const appView = (world: World, app: App, holder: Holder) => {
  const latest = app.deployments.at(-1);
  const waiting = latest !== undefined && latest.phase === 'PENDING_BUILD' ? latest : undefined;
  const running = latest !== undefined && isUnderWay(latest) && !waiting ? latest : undefined;
  const activeSince = app.active?.history.find(({ phase }) => phase === 'ACTIVE')?.at;
  const address = `https://${app.host}`;
  return {
    id: app.id,
    owner_uuid: world.profile.uuid,
    spec: app.spec,
    default_ingress: address,
    created_at: forPeople(app.createdAt),
    updated_at: forPeople(app.updatedAt),
    ...(latest ? { last_deployment_created_at: forPeople(latest.createdAt) } : {}),
    ...(activeSince === undefined ? {} : { last_deployment_active_at: forPeople(activeSince) }),
    ...(app.active ? { active_deployment: deploymentView(app.active) } : {}),
    ...(running ? { in_progress_deployment: deploymentView(running) } : {}),
    ...(waiting ? { pending_deployment: deploymentView(waiting) } : {}),
    ...(app.pinned ? { pinned_deployment: deploymentView(app.pinned.deployment) } : {}),
    ...(app.active
      ? { live_url: address, live_url_base: address, live_domain: app.host }
      : { live_url: '' }),
    domains: domainViews(world, app),
    region: appRegionOf(app.spec.region ?? undefined),
    tier_slug: 'basic',
    ...(holder.can('project:read') ? { project_id: projectOf(world, urn('app', app.id)) } : {}),
  };
};
