// What answers about apps and deployments hide, leave out and wait for.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { Reply } from '../../endpoint/reply.ts';

/** Every spec, wherever it stands in an app or a deployment, can carry these. */
export const secrets: Disclosure = {
  kind: 'credential',
  fields: [
    '**.image.registry_credentials',
    '**.log_destinations.datadog.api_key',
    '**.log_destinations.logtail.token',
    '**.log_destinations.open_search.basic_auth.password',
    '**.log_destinations.papertrail.endpoint',
    '**.git.repo_clone_url',
  ],
  settings: ['**.envs'],
};

const deployments = ['active', 'in_progress', 'pending', 'pinned'].map(
  (kind) => `${kind}_deployment`,
);

/** The spec of the app itself stays: whoever replaces an app starts from it. */
export const appView = {
  drops: deployments.flatMap((deployment) => [
    `${deployment}.spec`,
    `${deployment}.services`,
    `${deployment}.static_sites`,
    `${deployment}.jobs`,
    `${deployment}.workers`,
    `${deployment}.functions`,
    `${deployment}.progress.steps`,
    `${deployment}.progress.summary_steps`,
  ]),
};

/** A deployment without what it repeats of its app. */
export const deploymentView = { drops: ['spec', 'progress.steps', 'progress.summary_steps'] };

/** How a deployment comes to its end. */
export const deploymentLife: Omit<LifeCycle, 'poll'> = {
  state: 'deployment.phase',
  done: ['ACTIVE'],
  // A superseded deployment never goes live: another one took over.
  failed: ['ERROR', 'CANCELED', 'SUPERSEDED'],
  usually: 180,
  what: 'deployment',
};

/** Log text, live or kept. */
export const logs: Reply = { kind: 'logs', live: 'live_url', historic: 'historic_urls' };
