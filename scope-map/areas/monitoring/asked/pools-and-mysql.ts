// How people ask for the metrics of autoscale pools and MySQL clusters.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const askedOfPoolsAndMysql: Askings = {
  monitoring_get_droplet_autoscale_current_instances: {
    asked: [
      'how many machines did the autoscaler run yesterday',
      'number of servers in the pool over time',
      'when did the group scale up and down',
    ],
  },
  monitoring_get_droplet_autoscale_target_instances: {
    asked: [
      'how many servers did the autoscaler want',
      'desired size of the pool over time',
      'is the pool lagging behind what it wants',
    ],
  },
  'monitoring_get_droplet_autoscale_current_cpu_utilization.yml': {
    asked: ['average cpu of the autoscaled servers', 'how busy is the pool of machines'],
  },
  monitoring_get_droplet_autoscale_target_cpu_utilization: {
    asked: [
      'which cpu level does the autoscaler aim for over time',
      'cpu target history of the pool',
    ],
    common: 0,
  },
  monitoring_get_droplet_autoscale_current_memory_utilization: {
    asked: ['average ram usage of the autoscaled servers', 'how full is the memory of the pool'],
  },
  monitoring_get_droplet_autoscale_target_memory_utilization: {
    asked: [
      'which memory level does the autoscaler aim for over time',
      'memory target history of the pool',
    ],
    common: 0,
  },
  monitoring_get_database_mysql_cpu_usage: {
    asked: [
      'is the mysql server maxed out on cpu',
      'processor usage of our mysql over the week',
      'how hard does the database work',
    ],
  },
  monitoring_get_database_mysql_load: {
    asked: ['load average of the mysql machine', 'was mysql overloaded at noon'],
  },
  monitoring_get_database_mysql_memory_usage: {
    asked: ['how much ram does mysql take', 'does our mysql need more memory'],
  },
  monitoring_get_database_mysql_disk_usage: {
    asked: [
      'is the mysql disk nearly full',
      'how fast does our mysql storage grow',
      'when will the database run out of space',
    ],
  },
  monitoring_get_database_mysql_threads_connected: {
    asked: [
      'how many clients are connected to mysql',
      'are we near too many connections',
      'open connections of the database over time',
    ],
  },
  monitoring_get_database_mysql_threads_active: {
    asked: ['how many mysql queries run at once', 'busy threads in the database'],
  },
  monitoring_get_database_mysql_threads_created_rate: {
    asked: ['how many new mysql threads start per second', 'do clients reconnect all the time'],
    common: 0,
  },
  monitoring_get_database_mysql_index_vs_sequential_reads: {
    asked: [
      'are mysql indexes missing',
      'how many reads scan whole tables',
      'share of mysql reads that use an index',
    ],
  },
  monitoring_get_database_mysql_op_rates: {
    asked: [
      'how many selects per second does mysql serve',
      'inserts and updates per second in the database',
      'query rate of our mysql',
    ],
  },
  monitoring_get_database_mysql_schema_throughput: {
    asked: [
      'which mysql schema causes the most row traffic',
      'rows per second written to one mysql database',
    ],
    common: 0,
  },
  monitoring_get_database_mysql_schema_latency: {
    asked: ['which mysql schema is slow', 'how long do table reads take in one mysql database'],
    common: 0,
  },
};
