// What the arguments of domains and DNS records mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  data: 'Value: an address, a host name ending in "." ("@" for the domain itself), or text.',
  domain_name: 'Domain, such as example.com.',
  domain_record_id: 'Record id, from domains_list_records.',
  flags: 'CAA: 0, or 128 for critical.',
  port: 'SRV: port.',
  priority: 'MX, SRV: lower is preferred.',
  tag: 'CAA: what is allowed.',
  ttl: 'Seconds to live.',
  weight: 'SRV: share among equal priorities.',
};
