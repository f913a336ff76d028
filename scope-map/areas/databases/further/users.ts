// The users of a cluster, their rights and passwords.
import { overwrites, valued } from '../../../entry/conditions.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { userSecrets } from '../disclosures.ts';
import facts from './facts.json' with { type: 'json' };

/** Users of a cluster. */
export const users = entriesOf(facts, {
  databases_list_users: {
    title: 'List users of a database cluster',
    description: 'Lists the users of a cluster with role and rights; Valkey has none.',
    discloses: userSecrets,
    reply: { kind: 'list', key: 'users', paging: { style: 'none' } },
    view: { drops: ['access_cert', 'access_key'] },
  },
  databases_get_user: {
    title: 'Get a user of a database cluster',
    description: 'Shows one user of a cluster: role, rights and, where allowed, the password.',
    discloses: userSecrets,
    reply: object('user'),
  },
  databases_add_user: {
    title: 'Add a user to a database cluster',
    description:
      'Adds a user with a password that DigitalOcean makes up; rights are given here for Kafka, OpenSearch and MongoDB, in SQL for the others.',
    effect: 'write',
    discloses: userSecrets,
    reply: object('user'),
    says: { name: 'Name of the new user.' },
  },
  databases_update_user: {
    title: 'Change the rights of a database user',
    description:
      'Replaces the rights of a user: topics of Kafka, indexes of OpenSearch, databases of MongoDB, replication of PostgreSQL. Names cannot change.',
    conditions: [
      overwrites('settings.acl', 'replaces all topic rights of the user'),
      overwrites('settings.opensearch_acl', 'replaces all index rights of the user'),
      overwrites(
        'settings.mongo_user_settings',
        'replaces the role of the user and the databases that it reaches',
      ),
      valued('settings.pg_allow_replication', [false], {
        effect: 'destroy',
        loses: 'takes the right to replicate from the user',
      }),
    ],
    effect: 'write',
    discloses: userSecrets,
    reply: object('user'),
    says: { settings: 'All rights of the user from now on; those of the own engine only.' },
  },
  databases_reset_auth: {
    title: 'Reset the password of a database user',
    description:
      'Gives a user a new password, or another way to log in (MySQL); whatever still uses the old one cannot connect any more.',
    conditions: [overwrites('username', 'replaces the password that is in use')],
    effect: 'write',
    discloses: userSecrets,
    reply: object('user'),
  },
  databases_delete_user: {
    title: 'Delete a user of a database cluster',
    description: 'Deletes a user of a cluster: whatever logs in with it cannot connect any more.',
    reply: nothing,
  },
});
