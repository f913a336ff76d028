// Images that Droplets start from: distributions, applications, snapshots, backups and custom ones.
import { describeArea } from '../../entry/area-map.ts';
import { argument, read } from '../../entry/follow-ups.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  images_list: {
    title: 'List images',
    description: 'Lists images; there are hundreds, so filter by type, or private for your own.',
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
  },
  images_get: {
    title: 'Get an image',
    description: 'Shows one image with the regions it is in.',
    reply: object('image'),
    watch: {
      poll: read('images_get', { image_id: argument('image_id') }),
      state: 'image.status',
      done: ['available', 'retired'],
      failed: ['deleted'],
      message: 'image.error_message',
      usually: 300,
      what: 'image',
    },
  },
});
