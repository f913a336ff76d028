// How changes of firewalls are put back.
import type { From, Undo, Undos } from '../../endpoint/undo.ts';
import { argument, asBefore, call, look, removes, reply, restores } from '../../entry/undos.ts';

const itself = { firewall_id: argument('firewall_id') };
const firewall = look('firewalls_get', itself);
const everything = asBefore('name', 'inbound_rules', 'outbound_rules', 'droplet_ids', 'tags');

const whole: Undo = restores(firewall, call('firewalls_update', { ...itself, ...everything }));

const added = (name: string): From => ({ argument: name, lacking: name });
const removed = (name: string): From => ({ argument: name, among: name });

const membersOf = (name: string): Pick<Undo, 'watches'> => ({ watches: [name] });

/** By operation id. */
export const undos: Undos = {
  firewalls_create: removes(
    look('firewalls_get', { firewall_id: reply('firewall.id') }),
    call('firewalls_delete', { firewall_id: reply('firewall.id') }),
    ['name', 'inbound_rules', 'outbound_rules', 'droplet_ids', 'tags'],
  ),
  firewalls_update: whole,
  firewalls_delete: restores(firewall, call('firewalls_create', everything), {
    differs: 'the firewall gets another id, and guards nothing until then',
  }),
  firewalls_assign_droplets: restores(
    firewall,
    call('firewalls_delete_droplets', { ...itself, droplet_ids: added('droplet_ids') }),
    membersOf('droplet_ids'),
  ),
  firewalls_delete_droplets: restores(
    firewall,
    call('firewalls_assign_droplets', { ...itself, droplet_ids: removed('droplet_ids') }),
    membersOf('droplet_ids'),
  ),
  firewalls_add_tags: restores(
    firewall,
    call('firewalls_delete_tags', { ...itself, tags: added('tags') }),
    membersOf('tags'),
  ),
  firewalls_delete_tags: restores(
    firewall,
    call('firewalls_add_tags', { ...itself, tags: removed('tags') }),
    membersOf('tags'),
  ),
  firewalls_add_rules: whole,
  firewalls_delete_rules: whole,
};
