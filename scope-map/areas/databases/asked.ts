// How people ask for what can be done with managed databases.
import type { Askings } from '../../endpoint/asking.ts';
import { asked as askedOfClusters } from './further/asked-of-clusters.ts';
import { asked as askedOfEngines } from './further/asked-of-engines.ts';
import { asked as askedOfUse } from './further/asked-of-use.ts';

/** Requests by operation id. */
export const asked: Askings = {
  databases_list_clusters: {
    asked: [
      'what databases do i have',
      'show all my postgres and mysql servers',
      'which db clusters are running and how big are they',
      'list managed redis instances',
    ],
    common: 2,
  },
  databases_get_cluster: {
    asked: [
      'is my database up',
      'what is the host and port of the production db',
      'connection string for postgres',
      'which version does my mysql run',
      'when is maintenance of the db',
    ],
    common: 2,
  },
  databases_create_cluster: {
    asked: [
      'i need a postgres database',
      'spin up a small mysql server',
      'set up redis for caching',
      'restore a database from last night into a new one',
      'make a copy of the production db for testing',
      'new kafka cluster with three brokers',
    ],
    common: 2,
  },
  ...askedOfClusters,
  ...askedOfUse,
  ...askedOfEngines,
};
