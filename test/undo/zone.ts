// A domain with one record: the smallest change that can be put back.
import type { Undoing } from './undoing.ts';

export const zone = 'undo.example';

/** What the record leads to, at first and after the change. */
export const [first, second] = ['203.0.113.2', '198.51.100.7'];

/** Makes the domain and its record; the record's id. */
export const withRecord = async (world: Undoing): Promise<number> => {
  await world.make('domains_create', { name: zone, ip_address: '203.0.113.1' });
  const made = await world.make('domains_create_record', {
    domain_name: zone,
    type: 'A',
    name: 'www',
    data: first,
  });
  return Number(made['id']);
};

/** The change. */
export const change = (id: number, data = second) => ({
  domain_name: zone,
  domain_record_id: id,
  type: 'A',
  data,
});

/** The path of the record. */
export const pathOf = (id: number): string => `/v2/domains/${zone}/records/${id}`;

/** Where it leads now. */
export const leadsTo = async (world: Undoing, id: number): Promise<unknown> =>
  ((await world.read(pathOf(id)))['domain_record'] as { readonly data: unknown }).data;

/** What goes wrong next at the simulation. */
export const fault = (world: Undoing, one: object): Promise<void> =>
  world.behind('POST', '/_simulation/faults', one);
