// What Droplet autoscale pools and MySQL clusters report.
import { entriesOf } from '../../entry/part.ts';
import facts from './facts.json' with { type: 'json' };
import { metric } from './metric.ts';

/** Metrics of an autoscale pool: what is, and what it steers towards. */
export const autoscaleMetrics = entriesOf(facts, {
  monitoring_get_droplet_autoscale_current_instances: metric(
    "Read an autoscale pool's size",
    'Reads how many Droplets a pool had over time.',
    'monitoring_get_autoscale_current_instances',
  ),
  monitoring_get_droplet_autoscale_target_instances: metric(
    "Read an autoscale pool's wanted size",
    'Reads how many Droplets a pool wanted; above the current size it was still growing or could not.',
    'monitoring_get_autoscale_target_instances',
  ),
  'monitoring_get_droplet_autoscale_current_cpu_utilization.yml': metric(
    "Read an autoscale pool's CPU usage",
    "Reads the average CPU usage of a pool's Droplets, by which it scales.",
    'monitoring_get_autoscale_current_cpu',
  ),
  monitoring_get_droplet_autoscale_target_cpu_utilization: metric(
    "Read an autoscale pool's CPU target",
    'Reads the CPU usage that a pool tries to keep; it tells when the target was changed.',
    'monitoring_get_autoscale_target_cpu',
  ),
  monitoring_get_droplet_autoscale_current_memory_utilization: metric(
    "Read an autoscale pool's memory usage",
    "Reads the average memory usage of a pool's Droplets, by which it scales.",
    'monitoring_get_autoscale_current_memory',
  ),
  monitoring_get_droplet_autoscale_target_memory_utilization: metric(
    "Read an autoscale pool's memory target",
    'Reads the memory usage that a pool tries to keep; it tells when the target was changed.',
    'monitoring_get_autoscale_target_memory',
  ),
});

/** Metrics of a MySQL cluster; other engines have none here. */
export const mysqlMetrics = entriesOf(facts, {
  monitoring_get_database_mysql_cpu_usage: metric(
    "Read a MySQL cluster's CPU usage",
    'Reads the percentage of CPU that a MySQL cluster uses.',
  ),
  monitoring_get_database_mysql_load: metric(
    "Read a MySQL cluster's load",
    "Reads the load average of a MySQL cluster's nodes over 1, 5 or 15 minutes.",
  ),
  monitoring_get_database_mysql_memory_usage: metric(
    "Read a MySQL cluster's memory usage",
    'Reads the percentage of memory that a MySQL cluster uses; caches keep it high.',
  ),
  monitoring_get_database_mysql_disk_usage: metric(
    "Read a MySQL cluster's disk usage",
    'Reads the percentage of disk that a MySQL cluster fills; when full it takes no more writes.',
  ),
  monitoring_get_database_mysql_threads_connected: metric(
    "Read a MySQL cluster's connections",
    'Reads how many clients are connected, busy or not.',
    'monitoring_get_mysql_threads_connected',
  ),
  monitoring_get_database_mysql_threads_active: metric(
    "Read a MySQL cluster's running queries",
    'Reads how many threads are at work just then; many at once mean that queries queue up.',
    'monitoring_get_mysql_threads_active',
  ),
  monitoring_get_database_mysql_threads_created_rate: metric(
    "Read a MySQL cluster's new threads",
    'Reads threads started a second; a high rate means that clients reconnect instead of pooling.',
    'monitoring_get_mysql_threads_created_rate',
  ),
  monitoring_get_database_mysql_index_vs_sequential_reads: metric(
    "Read a MySQL cluster's use of indexes",
    'Reads the percentage of reads that go through an index; low means that indexes are missing.',
    'monitoring_get_mysql_index_vs_sequential',
  ),
  monitoring_get_database_mysql_op_rates: metric(
    "Read a MySQL cluster's statements",
    'Reads statements a second of one kind over the whole cluster: select, insert, update or delete.',
  ),
  monitoring_get_database_mysql_schema_throughput: metric(
    "Read a MySQL schema's row rates",
    'Reads rows a second that one schema reads or writes, to see which database causes the work.',
    'monitoring_get_mysql_schema_throughput',
  ),
  monitoring_get_database_mysql_schema_latency: metric(
    "Read a MySQL schema's latency",
    'Reads how many seconds reading and writing tables of one schema take, to see which database is slow.',
    'monitoring_get_mysql_schema_latency',
  ),
});
