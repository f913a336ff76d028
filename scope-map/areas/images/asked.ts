// How people ask for images.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  images_list: {
    asked: [
      'which operating systems can i install',
      'what linux versions are there',
      'slug of ubuntu 24.04',
      'which ready-made apps can a server start with',
      'list my own images',
    ],
    common: 2,
  },
  images_get: {
    asked: ['show one image', 'in which regions is this image', 'is my image imported yet'],
  },
  images_create_custom: {
    asked: [
      'import my own linux image',
      'upload a qcow2 file',
      'use a vm image from a url',
      'bring our golden image here',
    ],
  },
  images_update: {
    asked: ['rename an image', 'change the name of a server snapshot', 'describe a custom image'],
  },
  images_delete: {
    asked: ['delete my custom image', 'remove an image we imported', 'throw away a server backup'],
  },
  images_post_account_transfer_create: {
    asked: [
      'give a snapshot to another account',
      'share a server image with another team',
      'hand an image over to a customer',
    ],
    common: 0,
  },
  images_post_account_transfer_accept: {
    asked: ['accept the image someone sent us', 'take over a snapshot from another account'],
    common: 0,
  },
  images_post_account_transfer_cancel: {
    asked: ['take back an image offer', 'stop handing over the snapshot'],
    common: 0,
  },
  images_post_account_transfer_decline: {
    asked: ['refuse an image someone sent us', 'reject an offered snapshot'],
    common: 0,
  },
  imageActions_list: {
    asked: ['what was done to this image', 'was the image ever copied to frankfurt'],
    common: 0,
  },
  imageActions_post: {
    asked: [
      'copy an image to another region',
      'make my snapshot available in london',
      'turn a backup into a snapshot',
      'keep this backup for good',
    ],
  },
  imageActions_get: {
    asked: ['is the image copied yet', 'how far is the transfer of my image'],
    common: 0,
  },
};
