// What can be done with a Kubernetes cluster besides creating, reading and deleting it.
import { describeArea } from '../../../entry/area-map.ts';
import { clusters } from './clusters.ts';
import facts from './facts.json' with { type: 'json' };
import { health } from './health.ts';
import { nodePools } from './node-pools.ts';
import { registries } from './registries.ts';
import { words } from './words.ts';

export default describeArea(facts, words, { ...clusters, ...nodePools, ...health, ...registries });
