// What Droplets and apps report about themselves.
import { entriesOf } from '../../entry/part.ts';
import facts from './facts.json' with { type: 'json' };
import { metric } from './metric.ts';

/** Metrics of one Droplet. */
export const dropletMetrics = entriesOf(facts, {
  monitoring_get_DropletCpuMetrics: metric(
    "Read a Droplet's CPU time",
    'Reads CPU seconds by mode, counted since boot: usage is the growth of all modes but idle between two times.',
  ),
  monitoring_get_dropletBandwidthMetrics: metric(
    "Read a Droplet's bandwidth",
    'Reads the traffic of one interface in one direction, in megabits a second; ask once for each.',
  ),
  monitoring_get_dropletLoad1Metrics: metric(
    "Read a Droplet's load of one minute",
    'Reads the load average over one minute: short spikes; compare it with the number of vCPUs.',
  ),
  monitoring_get_dropletLoad5Metrics: metric(
    "Read a Droplet's load of five minutes",
    'Reads the load average over five minutes: the usual choice to see whether a Droplet is overworked.',
  ),
  monitoring_get_dropletLoad15Metrics: metric(
    "Read a Droplet's load of fifteen minutes",
    'Reads the load average over fifteen minutes: the trend without short spikes.',
  ),
  monitoring_get_dropletMemoryAvailableMetrics: metric(
    "Read a Droplet's available memory",
    'Reads bytes that programs can still get, caches included; with the total it tells how full memory is.',
    'monitoring_get_droplet_memory_available',
  ),
  monitoring_get_dropletMemoryTotalMetrics: metric(
    "Read a Droplet's total memory",
    'Reads the bytes of memory that the system sees, to set available memory against.',
  ),
  monitoring_get_dropletMemoryFreeMetrics: metric(
    "Read a Droplet's free memory",
    'Reads bytes used for nothing at all; low is normal, so judge by available memory.',
  ),
  monitoring_get_dropletMemoryCachedMetrics: metric(
    "Read a Droplet's cached memory",
    'Reads bytes that hold cached files and can be given back.',
  ),
  monitoring_get_dropletFilesystemFreeMetrics: metric(
    "Read a Droplet's free disk space",
    'Reads free bytes of each mounted filesystem, volumes included; with the size it tells how full a disk is.',
    'monitoring_get_droplet_filesystem_free',
  ),
  monitoring_get_dropletFilesystemSizeMetrics: metric(
    "Read a Droplet's disk sizes",
    'Reads the bytes that each mounted filesystem holds, to set free space against.',
    'monitoring_get_droplet_filesystem_size',
  ),
});

/** Metrics of an app's components. */
export const appMetrics = entriesOf(facts, {
  monitoring_get_appCPUPercentageMetrics: metric(
    "Read an app's CPU usage",
    'Reads the percentage of CPU that each instance of an app uses.',
  ),
  monitoring_get_appMemoryPercentageMetrics: metric(
    "Read an app's memory usage",
    'Reads the percentage of memory that each instance of an app uses; near 100 it is about to be killed.',
  ),
  'monitoring_get_appRestartCountMetrics.yml': metric(
    "Read an app's restarts",
    'Reads how often instances of an app were restarted; the reason is in the RUN_RESTARTED logs.',
    'monitoring_get_app_restart_count_metrics',
  ),
});
