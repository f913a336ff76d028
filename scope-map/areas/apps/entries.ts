// App Platform: apps, their deployments and their logs.
import { describeArea } from '../../entry/area-map.ts';
import { given, needs } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { object, pagedList } from '../../entry/replies.ts';
import { appView, deploymentLife, deploymentView, logs, secrets } from './answers.ts';
import facts from './facts.json' with { type: 'json' };
import { appSpec } from './full-schemas.ts';
import { words } from './words.ts';

const deployment = read('apps_get_deployment', {
  app_id: argument('app_id'),
  deployment_id: argument('deployment_id'),
});

const says = { id: 'App id, from apps_list.' };

const logSays = { type: 'BUILD, DEPLOY, RUN, or RUN_RESTARTED: what ran before a crash.' };

export default describeArea(facts, words, {
  apps_list: {
    title: 'List apps',
    description: 'Lists apps with address, spec and current deployments.',
    discloses: secrets,
    reply: pagedList('apps'),
    view: appView,
  },
  apps_get: {
    title: 'Get an app',
    description: 'Shows one app with its spec, address and current deployments.',
    discloses: secrets,
    reply: object('app'),
    view: appView,
    says,
  },
  apps_create: {
    title: 'Create an app',
    description: 'Creates an app from a spec and deploys it; billing starts now.',
    conditions: [given('project_id', needs('project:assign_resource'))],
    effect: 'write',
    cost: 'starts',
    discloses: secrets,
    reply: object('app'),
    view: appView,
    watch: {
      ...deploymentLife,
      poll: read('apps_get_deployment', {
        app_id: reply('app.id'),
        deployment_id: reply('app.pending_deployment.id'),
      }),
      missing: 'wait',
      afterwards: read('apps_get', { id: reply('app.id') }),
    },
    confidential: ['spec'],
    inFull: { spec: appSpec },
    says: {
      spec: 'App spec: name and any of services, static_sites, jobs, workers, functions, databases; each with name and one source: github or gitlab (repo, branch), git (repo_clone_url, branch) or image (registry_type DOCR, DOCKER_HUB or GHCR, registry such as library, repository, tag), plus envs (key, value, type SECRET for secrets), instance_size_slug, instance_count, http_port (8080 if absent); region, domains, ingress.',
      'spec.name': '2-32 characters.',
    },
  },
  apps_delete: {
    title: 'Delete an app',
    description:
      'Deletes an app with all its deployments for good; keep its spec from apps_get first.',
    cost: 'stops',
    reply: object(null),
    watch: {
      poll: read('apps_get', { id: argument('id') }),
      done: [],
      failed: [],
      missing: 'done',
      usually: 15,
      what: 'app',
    },
    says,
  },
  apps_list_deployments: {
    title: "List an app's deployments",
    description: 'Lists deployments of an app, newest first, with phase and cause.',
    discloses: secrets,
    reply: pagedList('deployments'),
    view: deploymentView,
  },
  apps_get_deployment: {
    title: 'Get a deployment',
    description:
      'Shows one deployment: phase and which step failed; wait_seconds waits until it is live.',
    discloses: secrets,
    reply: object('deployment'),
    view: { drops: ['spec', 'progress.summary_steps'] },
    watch: { ...deploymentLife, poll: deployment },
  },
  apps_create_deployment: {
    title: 'Deploy an app',
    description: 'Builds and deploys an app again from its current sources and spec.',
    effect: 'write',
    discloses: secrets,
    reply: object('deployment'),
    view: deploymentView,
    watch: {
      ...deploymentLife,
      poll: read('apps_get_deployment', {
        app_id: argument('app_id'),
        deployment_id: reply('deployment.id'),
      }),
      missing: 'wait',
    },
  },
  apps_cancel_deployment: {
    title: 'Cancel a deployment',
    description: 'Stops a deployment that is still under way; the live version stays.',
    effect: 'write',
    discloses: secrets,
    reply: object('deployment'),
    view: deploymentView,
    watch: {
      poll: deployment,
      state: 'deployment.phase',
      done: ['CANCELED', 'SUPERSEDED', 'ERROR'],
      // The deployment was faster than the cancellation.
      failed: ['ACTIVE'],
      usually: 15,
      what: 'cancellation',
    },
  },
  apps_get_logs: {
    title: "Get a component's deployment logs",
    description: 'Reads the log text of one component in one deployment.',
    reply: logs,
    says: logSays,
  },
  apps_get_logs_aggregate: {
    title: 'Get deployment logs',
    description: 'Reads the log text of all components in one deployment.',
    reply: logs,
    says: logSays,
  },
  apps_get_logs_active_deployment: {
    title: "Get a component's live logs",
    description: 'Reads the log text of one component in the deployment that is live.',
    reply: logs,
    says: logSays,
  },
  apps_get_logs_active_deployment_aggregate: {
    title: 'Get live app logs',
    description: 'Reads the log text of all components in the deployment that is live.',
    reply: logs,
    says: logSays,
  },
});
