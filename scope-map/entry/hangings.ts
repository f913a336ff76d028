// What hangs on things of many areas: DNS records that point at an address, Droplets by their ids.
import type { Hanging, Known } from '../endpoint/harm.ts';
import { each, look } from './looks.ts';

/** The DNS records that point at one of these; the records of no more than so many domains are looked through. */
export const recordsTo = (
  what: string,
  values: readonly [Known, ...Known[]],
  note?: string,
  most = 5,
): Hanging => ({
  kind: 'DNS record',
  asks: `which DNS records point at ${what}`,
  fate: 'loses',
  over: { look: look('domains_list', {}), most, noun: 'domains' },
  look: look('domains_list_records', { domain_name: each('name') }),
  belongs: values.map((is) => ({ at: 'data', is })),
  named: ['type', 'name'],
  ...(note !== undefined && { note }),
});

/** Droplets that are named by their ids: the list of all tells what they are called. */
export const called = { look: look('droplets_list', {}), by: 'id', named: 'name' } as const;
