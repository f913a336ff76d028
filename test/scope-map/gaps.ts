// What DigitalOcean's API has no operation for, with the reason; and what is read before something that costs is made.

type Lack = 'list' | 'read' | 'change' | 'delete';

/** Where reads and lists say what is in one. */
const inList = 'the list shows everything there is to it';
const history = 'a record of work: it is never changed and never deleted';
const once = 'it is made anew instead: DigitalOcean has no change for it';
const byAction = 'changed by actions on it, each a tool of its own';
const assignment = 'an assignment, not a thing: it is made anew elsewhere';
const inAgent = 'what is attached stands in the agent itself, which can be read';

/** By the operation that creates: what is lacking, and why. */
export const gaps: Readonly<Record<string, Readonly<Partial<Record<Lack, string>>>>> = {
  apps_create_deployment: { change: history, delete: history },
  certificates_create: { change: once },
  databases_create_cluster: {
    change: 'changed by resize, migrate, configuration and others, each a tool of its own',
  },
  databases_create_replica: { change: 'changed by resize and promote, each a tool of its own' },
  databases_add: { change: 'a database has nothing but its name' },
  databases_create_kafka_schema: {
    change: 'a schema gets a new version by being registered again',
  },
  dedicatedInferences_create_tokens: { read: inList, change: once },
  domains_create: { change: 'a domain is its records, which can be changed' },
  droplets_create: { change: byAction },
  dropletActions_post: { change: history, delete: history },
  floatingIPs_create: { change: byAction },
  floatingIPsAction_post: { change: history, delete: history },
  functions_create_namespace: { change: once },
  functionsAccessKey_create: { read: inList },
  imageActions_post: { change: history, delete: history },
  kubernetes_run_clusterLint: {
    read: 'the results of the latest run are read without an id',
    change: history,
    delete: history,
  },
  monitoring_create_destination: { change: 'a destination is changed by a POST to its address' },
  monitoring_create_sink: { change: once },
  nfs_create: { change: byAction },
  nfs_create_access_point: {
    read: 'an access point is read by its own address',
    change: once,
    delete: 'an access point is deleted by its own address',
  },
  partnerAttachments_create_service_key: {
    read: 'there is one key, which is read without an id',
    change: 'a new key takes the place of the old',
    delete: 'a new key takes the place of the old',
  },
  projects_assign_resources: { read: inList, change: assignment, delete: assignment },
  projects_assign_resources_default: { read: inList, change: assignment, delete: assignment },
  registries_create: { change: once },
  registries_update_subscription: {
    read: 'there is one subscription, read without an id',
    change: 'the same operation changes it',
    delete: 'the plan is changed to the free one',
  },
  registries_run_garbageCollection: {
    read: 'the one that runs is read without an id',
    delete: 'it is cancelled by a change',
  },
  registry_create: {
    read: 'there is one registry, read without an id',
    change: once,
    delete: 'there is one registry, deleted without an id',
  },
  registry_update_subscription: {
    read: 'there is one subscription, read without an id',
    change: 'the same operation changes it',
    delete: 'the plan is changed to the free one',
  },
  registry_run_garbageCollection: {
    read: 'the one that runs is read without an id',
    delete: 'it is cancelled by a change',
  },
  reservedIPs_create: { change: byAction },
  reservedIPsActions_post: { change: history, delete: history },
  reservedIPv6_create: { change: byAction },
  security_create_scan: { change: history, delete: history },
  security_create_suppression: {
    list: 'suppressed findings stand in the list of findings',
    read: 'suppressed findings stand in the list of findings',
    change: once,
  },
  tags_create: { change: 'a tag is its name, and cannot be renamed' },
  vectorDatabases_post_restore_backup: {
    read: 'the state of the latest restore is read without an id',
    change: history,
    delete: history,
  },
  volumes_create: { change: byAction },
  volumeActions_post_byId: { change: history, delete: history },
  volumeSnapshots_create: {
    read: 'a snapshot is read by its own address',
    change: once,
    delete: 'a snapshot is deleted by its own address',
  },
  vpcs_create_peerings: {
    read: 'a peering is read by its own address',
    delete: 'a peering is deleted by its own address',
  },
  genai_create_agent_api_key: { read: inList },
  genai_attach_agent_function: { list: inAgent, read: inAgent },
  genai_attach_agent_guardrails: { list: inAgent, read: inAgent, change: assignment },
  genai_attach_knowledge_bases: { list: inAgent, read: inAgent, change: assignment },
  genai_create_evaluation_dataset: { read: inList, change: once },
  genai_create_custom_evaluation_metric: {
    list: 'own metrics stand in the list of all metrics',
    read: 'own metrics stand in the list of all metrics',
  },
  genai_run_evaluation_test_case: {
    list: 'runs are listed by their test case',
    change: history,
    delete: history,
  },
  genai_create_evaluation_test_case: { delete: 'DigitalOcean has no deletion of test cases' },
  genai_create_indexing_job: {
    change: history,
    delete: 'a job is cancelled by an operation of its own',
  },
  genai_create_knowledge_base_data_source: { read: inList },
  genai_create_model_api_key: { read: inList },
  genai_create_scheduled_indexing: {
    list: 'a knowledge base has one schedule, read by its id',
    read: 'the schedule is read by the knowledge base',
    change: once,
  },
};

/** By the operation that starts costs: the reads that tell what may be chosen, or why there are none. */
export const options: Readonly<Record<string, readonly string[] | string>> = {
  droplets_create: ['sizes_list', 'regions_list', 'images_list', 'sshKeys_list', 'vpcs_list'],
  autoscalepools_create: ['sizes_list', 'regions_list', 'images_list', 'sshKeys_list', 'vpcs_list'],
  kubernetes_create_cluster: ['kubernetes_list_options', 'sizes_list', 'vpcs_list'],
  kubernetes_add_nodePool: ['kubernetes_list_options', 'sizes_list'],
  oneClicks_install_kubernetes: ['oneClicks_list', 'kubernetes_list_clusters'],
  databases_create_cluster: ['databases_list_options', 'vpcs_list'],
  databases_create_replica: ['databases_list_options'],
  vectorDatabases_create:
    'sizes are plain names in the schema, and DigitalOcean has no list of them',
  loadBalancers_create: ['regions_list', 'vpcs_list'],
  vpcnatgateways_create: ['regions_list', 'vpcs_list'],
  partnerAttachments_create:
    'partners, regions and bandwidths are named in the schema; the partner has the prices',
  volumes_create: ['regions_list', 'volumes_list'],
  volumeSnapshots_create: ['volumes_list'],
  nfs_create: ['regions_list', 'vpcs_list'],
  apps_create: ['apps_list_instanceSizes', 'apps_list_regions'],
  uptime_create_check: 'regions are named in the schema, and every check costs the same',
  addons_create: ['addons_get_app', 'addons_get_app_metadata'],
  genai_create_knowledge_base: ['genai_list_datacenter_regions', 'genai_list_models'],
  genai_import_custom_model:
    'the reply of the import estimates the cost; DigitalOcean has no list of prices for it',
  images_create_custom: ['regions_list'],
  images_post_account_transfer_accept: 'nothing is chosen: the image is as it was sent',
  dedicatedInferences_create: [
    'dedicatedInferences_list_sizes',
    'dedicatedInferences_get_gpu_model_config',
  ],
};
