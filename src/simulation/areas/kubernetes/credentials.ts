// Ways into a cluster: the kubeconfig file and bare credentials. None of them opens anything real.

import { type Call, ok, type RouteReply } from '../../exchange/call.ts';
import { preconditionFailed } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import type { Cluster } from './kept.ts';

/** Seven days, which is what `expiry_seconds` of 0 or none means. */
const usualExpiry = 604_800;
/** No credentials are asked for beyond ten years. */
const longestExpiry = 315_360_000;

const authority = (cluster: Cluster): string =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\nsimulated authority of ${cluster.id}\n-----END CERTIFICATE-----\n`,
  ).toString('base64');

const server = (cluster: Cluster): string => `https://${cluster.id}.k8s.ondigitalocean.com`;

const requireUp = (cluster: Cluster): void => {
  if (cluster.ip === '') throw preconditionFailed('The cluster is not provisioned yet.');
};

const newToken = (world: World): string => `sandbox_k8s_${world.ids.text(40)}`;

/** The kubeconfig as YAML. */
export const kubeconfig = (world: World, cluster: Cluster): RouteReply => {
  requireUp(cluster);
  const name = `do-${cluster.region}-${cluster.name}`;
  const content = [
    'apiVersion: v1',
    'clusters:',
    '- cluster:',
    `    certificate-authority-data: ${authority(cluster)}`,
    `    server: ${server(cluster)}`,
    `  name: ${name}`,
    'contexts:',
    '- context:',
    `    cluster: ${name}`,
    `    user: ${name}-admin`,
    `  name: ${name}`,
    `current-context: ${name}`,
    'kind: Config',
    'preferences: {}',
    'users:',
    `- name: ${name}-admin`,
    '  user:',
    `    token: ${newToken(world)}`,
    '',
  ].join('\n');
  return { status: 200, text: { type: 'application/yaml', content } };
};

/** Credentials that stand alone. */
export const credentials = (call: Call, world: World, cluster: Cluster): RouteReply => {
  requireUp(cluster);
  const asked = Number(call.query.get('expiry_seconds') ?? 0);
  const seconds = asked > 0 ? Math.min(asked, longestExpiry) : usualExpiry;
  return ok({
    server: server(cluster),
    certificate_authority_data: authority(cluster),
    client_certificate_data: null,
    client_key_data: null,
    token: newToken(world),
    expires_at: forPeople(call.now + seconds * 1000),
  });
};
