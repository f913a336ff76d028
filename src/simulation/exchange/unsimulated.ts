// Parts of DigitalOcean's API that exist but are not simulated: they get a 501, unknown paths a 404.

/** First segments under /v2 of the whole control plane (DigitalOcean's OpenAPI document). */
const collections = new Set([
  '1-clicks',
  'account',
  'actions',
  'add-ons',
  'apps',
  'billing',
  'byoip_prefixes',
  'cdn',
  'certificates',
  'customers',
  'databases',
  'dedicated-inferences',
  'domains',
  'droplets',
  'firewalls',
  'floating_ips',
  'functions',
  'gen-ai',
  'images',
  'kubernetes',
  'load_balancers',
  'monitoring',
  'nfs',
  'organizations',
  'partner_network_connect',
  'projects',
  'regions',
  'registries',
  'registry',
  'reports',
  'reserved_ips',
  'reserved_ipv6',
  'security',
  'sizes',
  'snapshots',
  'spaces',
  'tags',
  'uptime',
  'vector-databases',
  'volumes',
  'vpc_nat_gateways',
  'vpc_peerings',
  'vpcs',
]);

/** Whether a path that has no route here lies in a part of the API that DigitalOcean has. */
export const isElsewhere = (pathname: string): boolean => {
  const [, version, collection = ''] = pathname.split('/');
  return version === 'v2' && collections.has(collection);
};
