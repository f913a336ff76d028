// What the arguments of VPC NAT gateways mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  icmp_timeout_seconds: 'Seconds until an idle ICMP flow is forgotten.',
  id: 'NAT gateway id.',
  size: 'Number of size units, each 25 Mbps and $40 a month.',
  tcp_timeout_seconds: 'As for ICMP, for TCP.',
  type: 'Kind of gateway.',
  udp_timeout_seconds: 'As for ICMP, for UDP.',
  vpcs: 'VPC networks of the same region that go out through it.',
  'vpcs.default_gateway': 'Whether all that leaves the VPC takes this way.',
  'vpcs.vpc_uuid': 'VPC id.',
};
