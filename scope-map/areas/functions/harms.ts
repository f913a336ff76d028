// What goes with namespaces of functions: functions, schedules and keys.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const id = argument('namespace_id');

const namespace: Thing = {
  look: look('functions_get_namespace', { namespace_id: id }),
  named: 'label',
  details: [
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const trigger: Thing = {
  look: look('functions_get_trigger', {
    namespace_id: id,
    trigger_name: argument('trigger_name'),
  }),
  details: [
    { at: 'function', says: 'of {}' },
    { at: 'scheduled_details.cron', says: 'at {}' },
  ],
};

const ofNamespace: Hanging = {
  kind: 'namespace',
  asks: 'in which namespace it is',
  fate: 'stays',
  look: namespace.look,
  named: 'label',
  note: 'with its functions',
};

/** By operation id. */
export const harms: Harms = {
  functions_delete_namespace: {
    kind: 'namespace',
    thing: namespace,
    losesData: true,
    also: 'takes every function in it away',
    hangs: [
      {
        kind: 'trigger',
        asks: 'which triggers it has',
        fate: 'destroyed',
        look: look('functions_list_triggers', { namespace_id: id }),
      },
      {
        kind: 'access key',
        asks: 'which access keys it has',
        fate: 'destroyed',
        look: look('functionsAccessKey_list', { namespace_id: id }),
      },
    ],
  },
  functions_update_trigger: {
    kind: 'trigger',
    name: 'trigger_name',
    thing: trigger,
    hangs: [ofNamespace],
  },
  functions_delete_trigger: {
    kind: 'trigger',
    name: 'trigger_name',
    thing: trigger,
    hangs: [ofNamespace],
  },
  functionsAccessKey_delete: {
    kind: 'access key',
    thing: {
      look: look('functionsAccessKey_list', { namespace_id: id }),
      belongs: [{ at: 'id', is: argument('key_id') }],
      details: [
        { at: 'created_at', as: 'age' },
        { at: 'expires_at', says: 'good until {}' },
      ],
    },
    hangs: [ofNamespace],
  },
};
