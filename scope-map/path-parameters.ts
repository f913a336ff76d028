// The names that may stand between braces in a path, each with the sentence that describes it to a model.

/** Descriptions of path parameters; an endpoint may say it differently in `says`. */
export const pathParameters = {
  access_key: 'Access key id, from spaces_key_list.',
  action_id: 'Action id.',
  app_id: 'App id, from apps_list.',
  cluster_id: 'Cluster id.',
  component_name: 'Component name in the app spec.',
  database_cluster_uuid: 'Database cluster id.',
  deployment_id: 'Deployment id.',
  domain_name: 'Domain, such as example.com.',
  domain_record_id: 'Record id, from domains_list_records.',
  droplet_id: 'Droplet id.',
  firewall_id: 'Firewall id.',
  id: 'Id.',
  image_id: 'Image id, or slug of a public image.',
  lb_id: 'Load balancer id.',
  project_id: 'Project id, or "default".',
  snapshot_id: 'Snapshot id: a number for Droplets, a UUID for volumes.',
  ssh_key_identifier: 'Key id or fingerprint.',
  volume_id: 'Volume id.',
  vpc_id: 'VPC id.',
} as const satisfies Record<string, string>;

/** A known path parameter. */
export type PathParameter = keyof typeof pathParameters;
