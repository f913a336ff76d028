// A resize from which one can come back.
import type { Job } from './job.ts';

/** Another size for a Droplet, with a way back. */
export const safeResize: Job = {
  name: 'safe_resize',
  title: 'Safe resize of a Droplet',
  description:
    'Gives a Droplet another size with a way back, and without growing its disk unasked.',
  arguments: [
    { name: 'droplet_id', description: 'Id of the Droplet.', required: true, completes: 'droplet' },
    { name: 'size', description: 'Slug of the new size.', required: true, completes: 'size' },
  ],
  needs: ['droplets_get', 'dropletActions_post'],
  isOrdered: true,
  steps: [
    {
      says: 'Read droplets_get for {droplet_id}: name, present size, disk, region and status. Tell the user that the Droplet will be off for some minutes.',
      uses: ['droplets_get'],
    },
    {
      says: 'Read sizes_list for {size}: price a month, whether the region has it, and that its disk is not smaller than the present one.',
      uses: ['sizes_list'],
    },
    {
      says: 'Call droplet_actions_post with type shutdown; when the Droplet is not off after two minutes, ask before power_off, which is like pulling the plug.',
      uses: ['dropletActions_post'],
    },
    {
      says: 'Call droplet_actions_post with type snapshot and a name that says why, and wait until it has ended: this is the way back.',
      uses: ['dropletActions_post'],
    },
    {
      says: 'Call droplet_actions_post with type resize, size {size} and disk false: only with a disk of the old size can it be made smaller again. Wait until it has ended.',
      uses: ['dropletActions_post'],
    },
    {
      says: 'Call droplet_actions_post with type power_on, then read droplets_get until it is active.',
      uses: ['dropletActions_post', 'droplets_get'],
    },
  ],
  ends: 'old and new size and price, the name of the snapshot, and that it is paid for until somebody deletes it.',
};
