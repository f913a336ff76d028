// What goes with alerts and with the forwarding of logs: people are told no more, and logs kept no more.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  monitoring_delete_alertPolicy: {
    kind: 'alert',
    thing: {
      look: look('monitoring_get_alertPolicy', { alert_uuid: argument('alert_uuid') }),
      named: 'description',
      details: [{ at: 'type' }, { at: 'value', says: 'at {}' }],
    },
    hangs: [
      {
        kind: 'watched resource',
        asks: 'what it watches',
        fate: 'loses',
        at: 'entities',
        named: '',
      },
      { kind: 'watched tag', asks: 'which tags it watches', fate: 'loses', at: 'tags', named: '' },
      {
        kind: 'e-mail address',
        asks: 'whom it tells',
        fate: 'loses',
        at: 'alerts.email',
        named: '',
        note: 'told no more',
      },
      {
        kind: 'Slack channel',
        asks: 'whom it tells',
        fate: 'loses',
        at: 'alerts.slack',
        named: 'channel',
        note: 'told no more',
      },
    ],
  },
  monitoring_delete_destination: {
    kind: 'destination of logs',
    thing: {
      look: look('monitoring_get_destination', { destination_uuid: argument('destination_uuid') }),
      details: [{ at: 'type' }, { at: 'config.endpoint', says: 'at {}' }],
    },
    hangs: [
      {
        kind: 'sink',
        asks: 'which sinks send to it',
        fate: 'destroyed',
        look: look('monitoring_list_sinks', {}),
        belongs: [{ at: 'destination.id', is: argument('destination_uuid') }],
        named: 'destination.name',
      },
    ],
  },
  monitoring_delete_sink: {
    kind: 'sink of logs',
    thing: {
      look: look('monitoring_get_sink', { sink_uuid: argument('sink_uuid') }),
      named: 'destination.name',
      details: [{ at: 'destination.type' }],
    },
    hangs: [
      {
        kind: 'resource',
        asks: 'whose logs it forwards',
        fate: 'loses',
        at: 'resources',
        note: 'its logs are forwarded no more',
      },
    ],
  },
};
