// Images that Droplets start from: distributions, applications, snapshots, backups and custom ones.
import { type Endpoint, endpoint, pagedList } from '../endpoint.ts';

/** Endpoints of the area `images`. */
export const images: readonly Endpoint[] = [
  endpoint({
    id: 'images_list',
    area: 'images',
    method: 'GET',
    path: '/v2/images',
    title: 'List images',
    description: 'Lists images; there are hundreds, so filter by type, or private for your own.',
    requires: [['image:read']],
    effect: 'read',
    reply: pagedList('images'),
    view: {
      keeps: [
        'id',
        'name',
        'slug',
        'distribution',
        'type',
        'public',
        'min_disk_size',
        'size_gigabytes',
        'status',
        'created_at',
      ],
    },
    says: {
      type: 'Only distributions or only applications.',
      private: "Only the account's own images.",
      tag_name: 'Only images with this tag.',
    },
  }),
  endpoint({
    id: 'images_get',
    area: 'images',
    method: 'GET',
    path: '/v2/images/{image_id}',
    title: 'Get an image',
    description: 'Shows one image with the regions it is in.',
    requires: [['image:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'image' },
    watch: {
      poll: { operation: 'images_get', path: { image_id: { argument: 'image_id' } } },
      state: 'image.status',
      done: ['available', 'retired'],
      failed: ['deleted'],
      message: 'image.error_message',
      usually: 300,
      what: 'image',
    },
  }),
];
