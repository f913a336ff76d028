// The course of work on load balancers, firewalls, certificates, the CDN and networks.
import { phases, type Story } from './story.ts';

export const network: Readonly<Record<string, Story>> = {
  'load balancer': {
    life: { state: 'load_balancer.status', done: ['active'], failed: ['errored'], missing: 'wait' },
    good: phases('load_balancer', 'status', 'new', 'active'),
    bad: phases('load_balancer', 'status', 'errored'),
  },
  firewall: {
    life: { state: 'firewall.status', done: ['succeeded'], failed: ['failed'] },
    good: phases('firewall', 'status', 'waiting', 'succeeded'),
    bad: phases('firewall', 'status', 'failed'),
  },
  certificate: {
    life: { state: 'certificate.state', done: ['verified'], failed: ['error'] },
    good: phases('certificate', 'state', 'pending', 'verified'),
    bad: phases('certificate', 'state', 'error'),
  },
  'CDN endpoint': {
    life: { state: 'endpoint.id', done: ['*'], failed: [], missing: 'wait' },
    good: [404, { endpoint: { id: 'e-1' } }],
  },
  'VPC peering': {
    life: { state: 'vpc_peering.status', done: ['ACTIVE'], failed: [] },
    good: phases('vpc_peering', 'status', 'PROVISIONING', 'ACTIVE'),
  },
  'VPC NAT gateway': {
    life: { state: 'vpc_nat_gateway.state', done: ['ACTIVE'], failed: ['ERROR', 'INVALID'] },
    good: phases('vpc_nat_gateway', 'state', 'NEW', 'PROVISIONING', 'ACTIVE'),
    bad: phases('vpc_nat_gateway', 'state', 'ERROR', 'INVALID'),
  },
  'partner attachment': {
    life: { state: 'partner_attachment.state', done: ['CREATED', 'active'], failed: ['ERROR'] },
    good: phases('partner_attachment', 'state', 'CREATING', 'created'),
    bad: phases('partner_attachment', 'state', 'ERROR'),
  },
};
