// Domains, load balancers and firewalls.
import type { Walker } from './walker.ts';

interface NetworkGround {
  readonly droplet: { readonly id: number };
  readonly web: { readonly id: number };
  /** The path of the Droplet. */
  readonly at: string;
  readonly vpc: { readonly id: string };
}

export const walkNetwork = async (
  { get, post, call, crud, pass }: Walker,
  { droplet, web, at, vpc }: NetworkGround,
) => {
  await post('/v2/domains', { name: 'walk.example', ip_address: '198.51.100.1' });
  await crud('/v2/domains', '/v2/domains/walk.example');
  const records = '/v2/domains/walk.example/records';
  const { domain_record: record } = await post(records, {
    type: 'A',
    name: 'a',
    data: '198.51.100.2',
  });
  await post(records, { type: 'MX', name: '@', data: 'mail.example.com.', priority: 5 });
  await post(records, { type: 'CAA', name: '@', data: 'letsencrypt.org.', flags: 0, tag: 'issue' });
  await post(records, {
    type: 'SRV',
    name: '_sip._tcp',
    data: 'sip.example.com.',
    priority: 1,
    weight: 1,
    port: 5060,
  });
  await crud(records, `${records}/${record.id}`);
  await call('PUT', `${records}/${record.id}`, { type: 'A', data: '198.51.100.3' });
  await call('PATCH', `${records}/${record.id}`, { type: 'A', ttl: 60 });
  await call('DELETE', `${records}/${record.id}`);
  await call('DELETE', '/v2/domains/walk.example');

  // Load balancers
  const rules = [
    { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 8080 },
  ];
  const { load_balancer: balancer } = await post('/v2/load_balancers', {
    name: 'walk',
    region: 'nyc3',
    droplet_ids: [droplet.id],
    forwarding_rules: rules,
    vpc_uuid: vpc.id,
  });
  const lb = `/v2/load_balancers/${balancer.id}`;
  await crud('/v2/load_balancers', lb);
  pass(90);
  await get(lb);
  await call('PUT', lb, { name: 'walked', region: 'nyc3', forwarding_rules: rules, tag: 'walk' });
  await call('PUT', lb, { name: 'walked', region: 'nyc3', forwarding_rules: rules });
  await call('POST', `${lb}/droplets`, { droplet_ids: [web.id] });
  await call('DELETE', `${lb}/droplets`, { droplet_ids: [web.id] });
  const more = [
    { entry_protocol: 'tcp', entry_port: 5432, target_protocol: 'tcp', target_port: 5432 },
  ];
  await call('POST', `${lb}/forwarding_rules`, { forwarding_rules: more });
  await call('DELETE', `${lb}/forwarding_rules`, { forwarding_rules: more });
  await call('DELETE', lb);

  // Firewalls
  const inbound = [{ protocol: 'tcp', ports: '22', sources: { addresses: ['0.0.0.0/0'] } }];
  const { firewall } = await post('/v2/firewalls', {
    name: 'walk',
    droplet_ids: [droplet.id],
    inbound_rules: inbound,
    outbound_rules: null,
    tags: null,
  });
  const fw = `/v2/firewalls/${firewall.id}`;
  await crud('/v2/firewalls', fw);
  pass(5);
  await get(fw);
  await get(`${at}/firewalls`);
  await call('PUT', fw, { name: 'walked', inbound_rules: inbound });
  await call('POST', `${fw}/droplets`, { droplet_ids: [droplet.id] });
  await call('DELETE', `${fw}/droplets`, { droplet_ids: [droplet.id] });
  await call('POST', `${fw}/tags`, { tags: ['walk'] });
  await call('DELETE', `${fw}/tags`, { tags: ['walk'] });
  const icmp = [{ protocol: 'icmp', sources: { addresses: ['0.0.0.0/0'] } }];
  await call('POST', `${fw}/rules`, { inbound_rules: icmp });
  await call('DELETE', `${fw}/rules`, { inbound_rules: icmp });
  await call('DELETE', fw);
};
