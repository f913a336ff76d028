// How people ask for the metrics of Droplets and apps.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const askedOfDropletsAndApps: Askings = {
  monitoring_get_DropletCpuMetrics: {
    asked: [
      'how busy is this server',
      'cpu usage of the web machine last night',
      'is the processor of my box maxed out',
      'graph the cpu of a vm for the past hour',
    ],
    common: 2,
  },
  monitoring_get_dropletBandwidthMetrics: {
    asked: [
      'how much traffic does the server push out',
      'network usage of this machine',
      'was there an upload spike on the box yesterday',
      'incoming mbit per second of one vm',
    ],
  },
  monitoring_get_dropletLoad1Metrics: {
    asked: ['load average of the server right now', 'short load spikes on the machine'],
  },
  monitoring_get_dropletLoad5Metrics: {
    asked: [
      'is the server overloaded',
      'five minute load average of a vm',
      'load of the worker box this morning',
    ],
  },
  monitoring_get_dropletLoad15Metrics: {
    asked: ['long-term load trend of the server', 'load15 of this machine'],
    common: 0,
  },
  monitoring_get_dropletMemoryAvailableMetrics: {
    asked: [
      'is the server running out of ram',
      'how much memory is left on the machine',
      'memory usage of the box over the last day',
      'does my vm have enough ram',
    ],
    common: 2,
  },
  monitoring_get_dropletMemoryTotalMetrics: {
    asked: ['how much ram does the machine see', 'total memory over time on a server'],
    common: 0,
  },
  monitoring_get_dropletMemoryFreeMetrics: {
    asked: ['unused ram of the server without caches', 'memory_free series of a machine'],
    common: 0,
  },
  monitoring_get_dropletMemoryCachedMetrics: {
    asked: ['how much ram is taken by file cache', 'cached memory on the server over time'],
    common: 0,
  },
  monitoring_get_dropletFilesystemFreeMetrics: {
    asked: [
      'is the disk of the server full',
      'how many gigabytes are free on the machine',
      'when will the disk run out of space',
      'free space on the mounted volume over time',
    ],
    common: 2,
  },
  monitoring_get_dropletFilesystemSizeMetrics: {
    asked: [
      'how large are the filesystems on this server',
      'size of each mount point on the machine',
    ],
  },
  monitoring_get_appCPUPercentageMetrics: {
    asked: [
      'how much cpu does my app use',
      'is the web service of the app platform overworked',
      'processor usage per container instance',
    ],
  },
  monitoring_get_appMemoryPercentageMetrics: {
    asked: [
      'does my app run out of memory',
      'ram usage of the api component',
      'is there a memory leak in the deployed app',
    ],
  },
  'monitoring_get_appRestartCountMetrics.yml': {
    asked: [
      'how often did my app crash',
      'does the worker keep restarting',
      'count container restarts since yesterday',
    ],
  },
};
