// What the arguments of autoscale pools mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  autoscale_pool_id: 'Pool id.',
  config: 'How many Droplets: a fixed number, or bounds and a target.',
  'config.cooldown_minutes': 'Minutes between two changes; default 10.',
  'config.target_cpu_utilization': 'Average to aim at, 0.05 to 1.',
  'config.target_memory_utilization': 'Average to aim at, 0.05 to 1.',
  'config.target_number_instances': 'Fixed number, instead of bounds.',
  droplet_template: 'What each Droplet is like.',
  'droplet_template.image': 'Image slug or id.',
  'droplet_template.name': 'Start of their names.',
  'droplet_template.ssh_keys': 'Ids or fingerprints of SSH keys.',
  'droplet_template.user_data': 'cloud-init script, run at first boot.',
  'droplet_template.with_droplet_agent': 'Must be true to scale by CPU or memory.',
};
