// Why DigitalOcean would refuse what is done with load balancers.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import {
  ground,
  look,
  mustBeNew,
  mustExist,
  openRegion,
  perhaps,
  untold,
} from '../../entry/refusals.ts';

const list = looking('loadBalancers_list', {});
const itself = looking('loadBalancers_get', { lb_id: 'lb_id' });

const taken = 'there is a load balancer {name}';

/** What is still being made or changed takes no other change; it is waited for. */
const isReady: Check = look(itself, [
  perhaps(
    { at: 'load_balancer.status', is: ['new'] },
    'how what is done to the load balancer ends, which has to come first',
  ),
]);

const droplets: Check = look(
  looking('droplets_get', { droplet_id: 'it' }),
  [
    ground('gone', 'there is no Droplet {it}'),
    ground(
      { at: 'droplet.region.slug', lacks: 'balancer.region.slug' },
      'the Droplet {it} is not where the load balancer is',
    ),
  ],
  { each: 'droplet_ids', beside: { balancer: { read: itself, at: 'load_balancer' } } },
);

const certificates: Check = look(
  looking('certificates_get', { certificate_id: 'it' }),
  [ground('gone', 'there is no certificate {it}')],
  { each: 'forwarding_rules.certificate_id' },
);

const rulesUntold = untold('whether the rules go together', undefined, [
  // Plain forwarding of what is not encrypted needs nothing else.
  { at: 'forwarding_rules.entry_protocol', like: /^(?:http|tcp)$/ },
  { at: 'forwarding_rules.target_protocol', like: /^(?:http|tcp)$/ },
  { at: 'forwarding_rules.entry_port', like: /^(?!5005[345]$)\d+$/ },
]);

/** By operation id. */
export const refusals: Refusals = {
  loadBalancers_create: [
    openRegion(),
    mustBeNew(list, 'load_balancers', { name: 'name' }, taken),
    look(
      looking('droplets_get', { droplet_id: 'it' }),
      [
        ground('gone', 'there is no Droplet {it}'),
        ground(
          { at: 'droplet.region.slug', lacks: 'region' },
          'the Droplet {it} is not in {region}',
          {
            when: { argument: 'region' },
          },
        ),
      ],
      { each: 'droplet_ids' },
    ),
    mustExist(looking('vpcs_get', { vpc_id: 'vpc_uuid' }), 'there is no VPC network {vpc_uuid}', {
      further: [
        ground({ at: 'vpc.region', lacks: 'region' }, 'the VPC network is not in {region}', {
          when: { argument: 'region' },
        }),
      ],
    }),
    certificates,
    rulesUntold,
  ],
  loadBalancers_update: [
    isReady,
    mustBeNew(list, 'load_balancers', { name: 'name' }, taken, { except: { id: 'lb_id' } }),
    look(itself, [
      ground({ at: 'load_balancer.region.slug', lacks: 'region' }, 'its region stays', {
        when: { argument: 'region' },
      }),
      ground({ at: 'load_balancer.network', lacks: 'network' }, 'its network stays', {
        when: { argument: 'network' },
      }),
      perhaps(
        { at: 'load_balancer.size_unit', lacks: 'size_unit' },
        'whether an hour has gone by since it was made or resized',
        { argument: 'size_unit' },
      ),
      perhaps(
        { at: 'load_balancer.size_unit', isNot: [1] },
        'whether an hour has gone by since it was made or resized',
        { argument: 'size_unit', absent: true },
      ),
    ]),
    droplets,
    certificates,
    rulesUntold,
  ],
  loadBalancers_delete: [],
  loadBalancers_delete_cache: [],
  loadBalancers_add_droplets: [
    isReady,
    look(
      itself,
      [ground({ at: 'load_balancer.tag', filled: true }, 'it finds its Droplets by tag')],
      { hidden: ['tag:read'] },
    ),
    droplets,
  ],
  loadBalancers_remove_droplets: [isReady],
  loadBalancers_add_forwardingRules: [
    isReady,
    look(
      itself,
      [ground('found', 'it has a rule for this port', { when: { argument: 'forwarding_rules' } })],
      {
        among: {
          list: 'load_balancer.forwarding_rules',
          where: {
            entry_port: 'forwarding_rules.entry_port',
            entry_protocol: 'forwarding_rules.entry_protocol',
          },
        },
      },
    ),
    certificates,
    rulesUntold,
  ],
  loadBalancers_remove_forwardingRules: [isReady, untold('whether a rule is left')],
};
