// How people ask for what can be done with a cluster as a whole and its settings.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  databases_list_options: {
    asked: [
      'which postgres versions can i get',
      'what sizes are there for a mysql db',
      'where can i host a mongodb',
      'db plans i can choose from',
    ],
  },
  databases_destroy_cluster: {
    asked: [
      'get rid of the test database server',
      'tear down the old postgres cluster',
      'stop paying for the unused mysql instance',
      'remove the redis we do not need any more',
    ],
    common: 2,
  },
  databases_update_clusterSize: {
    asked: [
      'the database is too slow, give it more memory',
      'scale postgres up',
      'add a standby node for failover',
      'make the db cheaper by using a smaller plan',
      'more disk space for mysql',
    ],
    common: 2,
  },
  databases_update_region: {
    asked: [
      'move the database to frankfurt',
      'bring our db closer to european customers',
      'relocate mysql to another data center',
    ],
  },
  databases_update_major_version: {
    asked: [
      'upgrade postgres 15 to 17',
      'go to the newest mysql release',
      'our database engine is end of life, move it on',
    ],
  },
  databases_install_update: {
    asked: [
      'apply the pending patches to the db now',
      'do the database maintenance right away',
      'security update for postgres, do not wait for sunday',
    ],
    common: 0,
  },
  databases_list_backups: {
    asked: [
      'when was the database last backed up',
      'which restore points does postgres have',
      'do we have db backups from last week',
    ],
    common: 2,
  },
  databases_list_events_logs: {
    asked: [
      'what happened to the database last night',
      'did the db fail over',
      'history of changes to my cluster',
    ],
  },
  databases_get_ca: {
    asked: [
      'ssl certificate for connecting to postgres',
      'download ca cert of the database',
      'root certificate so that my app can verify the db',
    ],
  },
  databases_get_config: {
    asked: [
      'what is max_connections of my postgres',
      'which settings does the mysql server run with',
      'is slow query logging on',
    ],
  },
  databases_patch_config: {
    asked: [
      'turn on slow query log in mysql',
      'raise work_mem for postgres',
      'back up the database at three in the morning',
      'set wait_timeout to ten minutes',
      'enable the schema registry of kafka',
      'tune the database',
    ],
  },
  databases_get_autoscale: {
    asked: [
      'will the db disk grow when it gets full',
      'is storage autoscaling on for postgres',
      'how much does the database disk grow each time',
    ],
    common: 0,
  },
  databases_update_autoscale: {
    asked: [
      'let the database disk grow automatically',
      'grow db storage by 20 gb when it is 80 percent full',
      'turn off storage autoscaling',
    ],
  },
  databases_update_maintenanceWindow: {
    asked: [
      'do database updates only on sunday night',
      'change when the db is patched',
      'schedule postgres maintenance for 3 am',
    ],
  },
  databases_get_do_settings: {
    asked: [
      'which custom host names does the database certificate have',
      'cnames of my db',
      'does the db certificate cover db.example.com',
    ],
    common: 0,
  },
  databases_update_do_settings: {
    asked: [
      'let me connect to the db as db.example.com with tls',
      'add a custom domain to the database certificate',
      'remove my own host name from postgres',
    ],
    common: 0,
  },
  databases_get_evictionPolicy: {
    asked: [
      'what does redis do when memory is full',
      'is our cache throwing keys away',
      'current maxmemory policy of valkey',
    ],
  },
  databases_update_evictionPolicy: {
    asked: [
      'make redis drop the least used keys when full',
      'valkey says oom, let it evict',
      'never throw away keys in the cache',
    ],
  },
  databases_get_sql_mode: {
    asked: [
      'is mysql in strict mode',
      'which sql modes are set',
      'why does mysql refuse zero dates',
    ],
  },
  databases_update_sql_mode: {
    asked: [
      'turn off only_full_group_by',
      'switch mysql to strict mode',
      'let mysql accept zero dates',
    ],
  },
  databases_get_cluster_metrics_credentials: {
    asked: [
      'login for scraping database metrics with prometheus',
      'password of the db metrics endpoint',
      'how does grafana get at the database metrics',
    ],
  },
  databases_update_cluster_metrics_credentials: {
    asked: [
      'rotate the prometheus password for databases',
      'set a new login for db metrics',
      'metrics password leaked, replace it',
    ],
    common: 0,
  },
};
