// What goes with uptime checks: their alerts and history.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  uptime_delete_check: {
    kind: 'uptime check',
    thing: {
      look: look('uptime_get_check', { check_id: argument('check_id') }),
      details: [{ at: 'target', says: 'of {}' }, { at: 'type' }],
    },
    hangs: [
      {
        kind: 'alert',
        asks: 'which alerts it has',
        fate: 'destroyed',
        look: look('uptime_list_alerts', { check_id: argument('check_id') }),
        note: 'nobody is told any more',
      },
    ],
  },
  uptime_delete_alert: {
    kind: 'uptime alert',
    thing: {
      look: look('uptime_get_alert', {
        check_id: argument('check_id'),
        alert_id: argument('alert_id'),
      }),
      details: [{ at: 'type' }, { at: 'period', says: 'after {}' }],
    },
    hangs: [
      {
        kind: 'e-mail address',
        asks: 'whom it tells',
        fate: 'loses',
        at: 'notifications.email',
        named: '',
        note: 'told no more',
      },
      {
        kind: 'uptime check',
        asks: 'of which check it is',
        fate: 'stays',
        look: look('uptime_get_check', { check_id: argument('check_id') }),
        note: 'without this alert',
      },
    ],
  },
};
