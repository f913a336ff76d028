// Why DigitalOcean would refuse what is done with images.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, openRegion, perhaps, untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  images_update: [],
  images_delete: [],
  imageActions_post: [
    openRegion('region', undefined, { argument: 'type', is: ['transfer'] }),
    look(looking('images_get', { image_id: 'image_id' }), [
      ground({ at: 'image.regions', has: 'region' }, 'the image is in {region} already', {
        when: { argument: 'type', is: ['transfer'] },
      }),
      ground({ at: 'image.type', isNot: ['backup'] }, 'only a backup is made a snapshot', {
        when: { argument: 'type', is: ['convert'] },
      }),
    ]),
    look(looking('imageActions_list', { image_id: 'image_id' }), [
      perhaps(
        { at: 'actions.status', is: ['in-progress'] },
        'how what runs on the image ends, which has to come first',
      ),
    ]),
  ],
  images_create_custom: [
    openRegion(),
    untold('whether the image can be fetched from its address and started'),
  ],
};
