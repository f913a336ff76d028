// What goes with vector databases: everything stored in them, their backups, or what came in since one.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const database: Thing = {
  look: look('vectorDatabases_get', { id: argument('id') }),
  details: [
    { at: 'size' },
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
    { at: 'tags', says: 'tagged {}' },
  ],
};

const backups: Hanging = {
  kind: 'backup',
  asks: 'which backups it has',
  fate: 'destroyed',
  look: look('vectorDatabases_list_backups', { id: argument('id') }),
  named: 'completed_at',
};

const whole = { kind: 'vector database', known: 'id', thing: database } as const;

/** By operation id. */
export const harms: Harms = {
  vectorDatabases_delete: { ...whole, losesData: true, hangs: [backups] },
  vectorDatabases_update_tags: {
    ...whole,
    tellsAll: true,
    hangs: [{ kind: 'tag', asks: 'which tags it has', fate: 'destroyed', at: 'tags', named: '' }],
  },
  vectorDatabases_post_restore_backup: {
    ...whole,
    losesData: true,
    hangs: [
      {
        ...backups,
        asks: 'of when the backup is',
        fate: 'stays',
        belongs: [{ at: 'backup_id', is: argument('backup_id') }],
        note: 'what came in after it is lost',
      },
    ],
  },
};
