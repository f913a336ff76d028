// 1-Click applications: what can be installed, and installing it on a Kubernetes cluster.
import { describeArea } from '../../entry/area-map.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  oneClicks_list: {
    title: 'List 1-Click applications',
    description:
      'Lists ready-made applications: those for Droplets are images for droplets_create, those for Kubernetes go to one_clicks_install_kubernetes.',
    reply: { kind: 'list', key: '1_clicks', paging: { style: 'none' } },
    view: { columns: ['slug', 'type'] },
  },
  oneClicks_install_kubernetes: {
    title: 'Install 1-Click applications on a cluster',
    description:
      'Starts installing applications on a cluster; changing or removing them later is done inside the cluster. Load balancers and volumes they make are billed.',
    effect: 'write',
    cost: 'starts',
    reply: object(null),
  },
});
