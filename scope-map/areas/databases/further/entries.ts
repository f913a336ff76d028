// What can be done with managed database clusters besides making and reading them.
import { describeArea } from '../../../entry/area-map.ts';
import { access } from './access.ts';
import { clusters } from './clusters.ts';
import { configuration } from './configuration.ts';
import facts from './facts.json' with { type: 'json' };
import { indexes } from './indexes.ts';
import { logs } from './logs.ts';
import { migration } from './migration.ts';
import { pools } from './pools.ts';
import { replicas } from './replicas.ts';
import { schemas } from './schemas.ts';
import { topics } from './topics.ts';
import { users } from './users.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  ...clusters,
  ...configuration,
  ...access,
  ...users,
  ...pools,
  ...replicas,
  ...migration,
  ...topics,
  ...schemas,
  ...logs,
  ...indexes,
});
