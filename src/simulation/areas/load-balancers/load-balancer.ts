// A load balancer: what is known of it, how it becomes active, and how it is shown.
import type { z } from 'zod';
import { forPeople } from '../../exchange/times.ts';
import { regionView } from '../../reference/regions.ts';
import { assign, projectName, projectOf, urn } from '../../things/belonging.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { Holder } from '../../token/holder.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import { type Body, type ForwardingRule, legacySizes, settings } from './form.ts';

/** A load balancer. */
export interface LoadBalancer {
  readonly id: string;
  name: string;
  readonly region: string;
  status: 'new' | 'active' | 'errored';
  readonly createdAt: number;
  ip: string;
  sizeUnit: number;
  readonly vpc: string | null;
  readonly network: string;
  readonly networkStack: string;
  readonly type: 'REGIONAL' | 'REGIONAL_NETWORK' | 'GLOBAL';
  dropletIds: readonly number[];
  tag: string;
  rules: readonly ForwardingRule[];
  settings: z.output<typeof settings>;
}

/** The account's load balancers by id. */
export class LoadBalancers extends Map<string, LoadBalancer> {}

/** Usual time to `active`, in seconds. */
const activeAfter = 60;

/** Dollars per node and month (a global load balancer: in all). */
const prices = { REGIONAL: 12, REGIONAL_NETWORK: 15, GLOBAL: 15 };

/** Bills a load balancer at its present size. */
export const bill = (world: World, balancer: LoadBalancer, at: number): void => {
  const monthly = prices[balancer.type] * (balancer.type === 'GLOBAL' ? 1 : balancer.sizeUnit);
  world.books.start(
    `load_balancer:${balancer.id}`,
    {
      product: 'Load Balancers',
      description: `${balancer.name} (${balancer.sizeUnit} nodes)`,
      group: '',
      resourceId: '',
      resourceUuid: balancer.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('loadbalancer', balancer.id)),
    },
    at,
  );
};

/** Droplets behind a load balancer, by id or by tag. */
const backends = (world: World, balancer: LoadBalancer): readonly number[] =>
  balancer.tag === ''
    ? balancer.dropletIds
    : [...world.of(Droplets).values()]
        .filter(({ tags, region }) => tags.includes(balancer.tag) && region === balancer.region)
        .map(({ id }) => id);

/** A load balancer as DigitalOcean shows it. */
export const balancerView = (world: World, balancer: LoadBalancer, holder: Holder) => {
  const given = balancer.settings;
  const health = given.health_check;
  const sticky = given.sticky_sessions;
  const plain = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    redirect_http_to_https: false,
    enable_proxy_protocol: false,
    enable_backend_keepalive: false,
    http_idle_timeout_seconds: 60,
    disable_lets_encrypt_dns_records: false,
    firewall: { deny: [], allow: [] },
    tls_cipher_policy: 'DEFAULT',
    ...plain,
    // Deprecated, and no longer a choice.
    algorithm: 'round_robin',
    id: balancer.id,
    name: balancer.name,
    ip: balancer.ip,
    ipv6: '',
    size_unit: balancer.sizeUnit,
    size: 'lb-small',
    status: balancer.status,
    created_at: forPeople(balancer.createdAt),
    forwarding_rules: balancer.rules.map((it) => ({
      ...it,
      certificate_id: it.certificate_id ?? '',
      tls_passthrough: it.tls_passthrough ?? false,
    })),
    health_check: {
      protocol: health?.protocol ?? 'http',
      port: health?.port ?? 80,
      path: health?.path ?? '/',
      check_interval_seconds: health?.check_interval_seconds ?? 10,
      response_timeout_seconds: health?.response_timeout_seconds ?? 5,
      healthy_threshold: health?.healthy_threshold ?? 5,
      unhealthy_threshold: health?.unhealthy_threshold ?? 3,
    },
    sticky_sessions:
      sticky?.type === 'cookies'
        ? {
            type: 'cookies',
            cookie_name: sticky.cookie_name ?? 'DO-LB',
            cookie_ttl_seconds: sticky.cookie_ttl_seconds ?? 300,
          }
        : { type: 'none' },
    ...(balancer.type === 'GLOBAL' ? {} : { region: regionView(balancer.region) }),
    tag: balancer.tag,
    droplet_ids: backends(world, balancer),
    ...(holder.can('vpc:read') && balancer.vpc !== null ? { vpc_uuid: balancer.vpc } : {}),
    project_id: projectOf(world, urn('loadbalancer', balancer.id)),
    network: balancer.network,
    network_stack: balancer.networkStack,
    type: balancer.type,
  };
};

/** Adds a load balancer from a checked request. */
export const addLoadBalancer = (
  world: World,
  given: Body & { readonly name: string; readonly region: string },
  at: number,
): LoadBalancer => {
  const id = world.ids.uuid();
  const type = given.type ?? 'REGIONAL';
  const balancer: LoadBalancer = {
    id,
    name: given.name,
    region: given.region,
    status: 'new',
    createdAt: at,
    ip: '',
    sizeUnit: given.size_unit ?? legacySizes[given.size ?? 'lb-small'],
    vpc: type === 'GLOBAL' ? null : vpcFor(world, given.vpc_uuid, given.region, at).id,
    network: given.network ?? 'EXTERNAL',
    networkStack: given.network_stack ?? 'IPV4',
    type,
    dropletIds: [...new Set(given.droplet_ids)],
    tag: given.tag ?? '',
    rules: given.forwarding_rules,
    settings: settings.parse(given),
  };
  assign(world, urn('loadbalancer', id), given.project_id, at);
  world.of(LoadBalancers).set(id, balancer);
  bill(world, balancer, at);
  const fails = world.faults.fails('load_balancer');
  world.pace.later(activeAfter, at, () => {
    balancer.status = fails ? 'errored' : 'active';
    if (!fails) balancer.ip = publicAddress(world);
  });
  return balancer;
};
