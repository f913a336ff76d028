// How changes of images are put back.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { image_id: argument('image_id') };

/** By operation id. */
export const undos: Undos = {
  images_create_custom: removes(
    look('images_get', { image_id: reply('image.id') }),
    call('images_delete', { image_id: reply('image.id') }),
  ),
  images_update: restores(
    look('images_get', itself),
    call('images_update', { ...itself, ...asBefore('name', 'distribution', 'description') }),
  ),
  images_delete: cannot('the data of an image is gone with it'),
  imageActions_post: cannot('a copy in another region, and a snapshot made of a backup, stay'),
  images_post_account_transfer_create: {
    ways: [
      {
        calls: [
          call('images_post_account_transfer_cancel', {
            ...itself,
            transfer_id: reply('transfer_id'),
          }),
        ],
        differs: 'an offer that was accepted in the meantime stays accepted',
      },
    ],
  },
  images_post_account_transfer_accept: cannot('whoever gave the image has given it'),
  images_post_account_transfer_cancel: cannot('an offer that was taken back has to be made anew'),
  images_post_account_transfer_decline: cannot('an offer that was declined has to be made anew'),
};
