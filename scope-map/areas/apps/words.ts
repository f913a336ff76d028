// What the arguments of apps mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  app_id: 'App id, from apps_list.',
  component_name: 'Component name in the app spec.',
  deployment_id: 'Deployment id.',
  deployment_types: 'Only deployments with these causes.',
  force_build: 'Build without cache.',
  pod_connection_timeout: 'How long to wait for the component, such as 30s.',
  with_projects: "Show each app's project_id.",
};
