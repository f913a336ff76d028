// How people ask for apps.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  apps_list: {
    asked: [
      'which apps do i have deployed',
      'what is running on the app platform',
      'show the addresses of my web apps',
    ],
    common: 2,
  },
  apps_get: {
    asked: ['details of my web app', 'what is the url of the shop app', 'show me the app spec'],
    common: 2,
  },
  apps_create: {
    asked: [
      'deploy this github repo',
      'host my node site without managing a server',
      'put a container image online',
      'new static website from git',
    ],
    common: 2,
  },
  apps_update: {
    asked: [
      'set an environment variable of my app',
      'scale the web service to three containers',
      'add a custom domain to the app',
      'give the app a bigger instance',
      'switch the app to another branch',
    ],
    common: 2,
  },
  apps_delete: {
    asked: ['take the old app offline for good', 'remove the staging web app', 'kill that app'],
  },
  apps_restart: {
    asked: ['restart the web service', 'bounce my app without rebuilding', 'reboot the worker'],
    common: 2,
  },
  apps_list_deployments: {
    asked: [
      'when was the app last released',
      'history of releases of the shop',
      'which version is live',
    ],
  },
  apps_get_deployment: {
    asked: ['did the release go through', 'why did the build fail', 'is the deploy finished yet'],
  },
  apps_create_deployment: {
    asked: [
      'release the newest commit',
      'redeploy my app',
      'rebuild the site without cache',
      'ship the latest version',
    ],
    common: 2,
  },
  apps_cancel_deployment: {
    asked: ['stop the release that is running', 'abort the build'],
  },
  apps_get_logs: {
    asked: [
      'build output of one component in an older release',
      'log of the api in that deployment',
    ],
  },
  apps_get_logs_aggregate: {
    asked: [
      'everything that was logged during a certain release',
      'whole build log of a deployment',
    ],
  },
  apps_get_logs_active_deployment: {
    asked: [
      'what does the worker print right now',
      'show error messages of the api service',
      'logs of one component that is live',
    ],
    common: 2,
  },
  apps_get_logs_active_deployment_aggregate: {
    asked: ['why is my app throwing errors', 'show me the app logs', 'tail the output of my app'],
    common: 2,
  },
  apps_get_health: {
    asked: [
      'is my app healthy',
      'are all containers of the shop ready',
      'how much cpu does each component take just now',
    ],
    common: 2,
  },
  apps_get_instances: {
    asked: ['which containers of the app are running', 'names of the live instances'],
  },
  apps_get_exec_active_deployment: {
    asked: [
      'open a shell in my app',
      'get into the running container',
      'console of the web component',
    ],
  },
  apps_get_exec: {
    asked: ['shell into a container of one particular deployment'],
    common: 0,
  },
  apps_list_alerts: {
    asked: ['who is told when a deploy of the app fails', 'which warnings does my app have'],
  },
  apps_assign_alertDestinations: {
    asked: [
      'mail the team when a deployment fails',
      'send app warnings to slack',
      'change who gets the alert of my app',
    ],
  },
  apps_get_metrics_bandwidth_daily: {
    asked: ['how much traffic did my app have yesterday', 'bytes sent by the shop on monday'],
  },
  apps_list_metrics_bandwidth_daily: {
    asked: ['compare the daily traffic of all my apps', 'which app sends the most data'],
    common: 0,
  },
  apps_create_rollback: {
    asked: [
      'go back to the version before',
      'undo the last release of my app',
      'the new deploy is broken, restore the old one',
    ],
    common: 2,
  },
  apps_validate_rollback: {
    asked: ['can i go back to that release', 'would rolling back the app work'],
  },
  apps_commit_rollback: {
    asked: ['keep the old version for good', 'let the app deploy again after going back'],
  },
  apps_revert_rollback: {
    asked: ['undo going back, take the newer version again', 'the rollback was a mistake'],
  },
  apps_list_job_invocations: {
    asked: [
      'did the nightly job run',
      'history of cron runs of my app',
      'which scheduled tasks failed',
    ],
  },
  apps_get_job_invocation: {
    asked: ['is that migration job done', 'how did one cron run end'],
  },
  apps_cancel_job_invocation: {
    asked: ['stop the job that is running', 'abort a hanging cron run'],
  },
  apps_get_job_invocation_logs: {
    asked: ['what did the nightly job print', 'why did the migration task fail'],
  },
  apps_list_events: {
    asked: ['when did my app scale up', 'everything that happened to the app this week'],
  },
  apps_get_event: {
    asked: ['why did the app scale', 'details of one scaling event'],
    common: 0,
  },
  apps_cancel_event: {
    asked: ['stop the app from scaling up just now', 'abort automatic scaling in progress'],
    common: 0,
  },
  apps_get_event_logs: {
    asked: ['log of a scaling event of the app'],
    common: 0,
  },
  apps_validate_appSpec: {
    asked: [
      'what would this app cost a month',
      'check my app spec before deploying',
      'is the app name still free',
    ],
  },
  apps_list_instanceSizes: {
    asked: [
      'how much do app containers cost',
      'which sizes can a web service have',
      'price list of the app platform',
    ],
  },
  apps_get_instanceSize: {
    asked: ['price of one app container size', 'how much memory does apps-s-1vcpu-1gb have'],
    common: 0,
  },
  apps_list_regions: {
    asked: ['where can apps be hosted', 'is there an app region in europe'],
  },
};
