// What the arguments of further operations on apps mean.
import type { Words } from '../../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  alert_id: 'Alert id, from apps_list_alerts.',
  app_id: 'App id, from apps_list.',
  app_ids: 'App ids, from apps_list.',
  component_name: 'Component name in the app spec.',
  date: 'Day, its time of day is ignored; default: yesterday.',
  deployment_id: 'Deployment id.',
  emails: 'All addresses, of people with access to the app.',
  event_id: 'Event id, from apps_list_events.',
  event_types: 'Only events of these types.',
  id: 'App id, from apps_list.',
  instance_name: 'Instance, from apps_get_instances; default: any.',
  job_invocation_id: 'Run id, from apps_list_job_invocations.',
  job_name: 'Job name in the app spec.',
  job_names: 'Only runs of these jobs.',
  pod_connection_timeout: 'How long to wait for the component, such as 30s.',
  skip_pin: 'Let new deployments through right away.',
  slack_webhooks: 'All channels.',
  'slack_webhooks.url': 'Webhook address.',
  slug: 'Size slug, such as apps-s-1vcpu-0.5gb.',
  tail_lines: 'How many lines from the end.',
  update_all_source_versions: 'Also fetch new commits and images of components that stay.',
};
