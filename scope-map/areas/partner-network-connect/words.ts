// What the arguments of partner attachments mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  'bgp.auth_key': 'Key that both routers share.',
  'bgp.local_router_ip': "Address of DigitalOcean's router, such as 169.254.0.1/29.",
  'bgp.peer_router_asn': "AS number of the partner's router.",
  'bgp.peer_router_ip': "Address of the partner's router, such as 169.254.0.6/29.",
  connection_bandwidth_in_mbps: 'Bandwidth; sets the price: 1000, 2000, 5000 or 10000.',
  naas_provider: 'Provider of the line, such as megaport.',
  pa_id: 'Partner attachment id.',
  parent_uuid: 'Attachment that this one doubles, for redundancy.',
  redundancy_zone: "Provider's zone; take another one than the twin's.",
  region: 'Metropolitan region, such as nyc.',
};
