// Tools that OpenAI's strict mode cannot take, each with its reason: a map is the API's own shape there.

const labels = 'the labels of a node pool are a map with keys of the caller’s own';
const spec = 'the app spec is one open object here and is checked in full when the call is made';
const settings = 'the settings depend on the engine and are checked in full when the call is made';
const priorities = 'the priorities of regions are a map from region to number';
const payload = 'what a trigger sends to its function is the caller’s own';
const headers = 'the headers of an MCP server are a map with names of the caller’s own';
const parameters = 'what a function takes and gives is a schema of the caller’s own';
const inner = 'the arguments of the tool that is called are its own';

/** Tool name to reason. */
export const notStrict: Readonly<Record<string, string>> = {
  kubernetes_create_cluster: labels,
  kubernetes_add_node_pool: labels,
  kubernetes_update_node_pool: labels,
  databases_patch_config: settings,
  databases_create_kafka_topic: settings,
  databases_update_kafka_topic: settings,
  load_balancers_create: priorities,
  load_balancers_update: priorities,
  apps_create: spec,
  apps_update: spec,
  apps_validate_app_spec: spec,
  security_update_settings_plan: 'the coverage is a map from tier to resources',
  functions_create_trigger: payload,
  functions_update_trigger: payload,
  genai_create_agent: headers,
  genai_update_agent: headers,
  genai_attach_agent_function: parameters,
  genai_update_agent_function: parameters,
  call_read_tool: inner,
  call_write_tool: inner,
  call_destroy_tool: inner,
};
