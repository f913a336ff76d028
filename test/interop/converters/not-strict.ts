// Tools that OpenAI's strict mode cannot take, each with its reason: a map is the API's own shape there.

/** Tool name to reason. */
export const notStrict: Readonly<Record<string, string>> = {
  kubernetes_create_cluster: 'the labels of a node pool are a map with keys of the caller’s own',
  load_balancers_create: 'the priorities of regions are a map from region to number',
  apps_create: 'the app spec is one open object here and is checked in full when the call is made',
};
