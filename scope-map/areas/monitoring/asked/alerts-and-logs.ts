// How people ask for alert policies and log forwarding.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const askedOfAlertsAndLogs: Askings = {
  monitoring_list_alertPolicy: {
    asked: [
      'which alarms do we have on our servers',
      'who gets warned about high cpu',
      'show all resource alerts',
    ],
    common: 2,
  },
  monitoring_get_alertPolicy: {
    asked: ['at what limit does this cpu alarm fire', 'details of one alert policy'],
  },
  monitoring_create_alertPolicy: {
    asked: [
      'warn me when cpu is over 80 percent',
      'mail me before the disk is full',
      'slack message when a server runs out of memory',
      'alarm if the load balancer returns too many 500s',
      'notify us when the database disk fills up',
    ],
    common: 2,
  },
  monitoring_update_alertPolicy: {
    asked: [
      'raise the limit of the cpu alarm',
      'mute the disk warning for now',
      'send the memory alarm to another address',
      'add more servers to an existing alert',
    ],
  },
  monitoring_delete_alertPolicy: {
    asked: ['get rid of the cpu alarm', 'stop warning me about disk space for good'],
  },
  monitoring_list_destinations: {
    asked: ['where can our logs be shipped to', 'which opensearch targets are set up for logs'],
  },
  monitoring_get_destination: {
    asked: ['which host and index does this log target use', 'how long are forwarded logs kept'],
  },
  monitoring_create_destination: {
    asked: [
      'register our opensearch as a place for logs',
      'add an external elasticsearch-like target for cluster logs',
    ],
  },
  monitoring_update_destination: {
    asked: [
      'change the password of the log target',
      'keep forwarded logs for 30 days',
      'ship logs into a different index',
    ],
  },
  monitoring_delete_destination: {
    asked: ['remove the opensearch log target', 'drop a place where logs are shipped to'],
  },
  monitoring_list_sinks: {
    asked: ['which clusters ship their logs away', 'is log forwarding on for our kubernetes'],
  },
  monitoring_get_sink: {
    asked: ['where does this log sink send to', 'which clusters feed one log sink'],
  },
  monitoring_create_sink: {
    asked: [
      'ship kubernetes logs to opensearch',
      'start forwarding the logs of the cluster',
      'collect pod logs in one place',
    ],
  },
  monitoring_delete_sink: {
    asked: ['stop forwarding kubernetes logs', 'switch off log shipping for the cluster'],
  },
};
