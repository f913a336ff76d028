// What replies about managed databases give away.
import type { Disclosure } from '../../endpoint/disclosure.ts';

// Connections carry the password twice: by itself and inside the address.
const inConnection = (connection: string): readonly string[] => [
  `${connection}.uri`,
  `${connection}.password`,
];

/** Every client takes an address; the password alone is for those that ask for it. */
const kept = {
  use: 'DATABASE_URL="$(cat <file>)" before the command, with the file of a uri',
};

const standby = ['standby_connection', 'standby_private_connection'].flatMap(inConnection);

const own = [
  'connection.uri',
  'connection.password',
  ...inConnection('private_connection'),
] as const;

/** Of a user: the password, and the certificate and key with which one logs in to Kafka. The name is no secret. */
export const userSecrets: Disclosure = {
  kind: 'credential',
  fields: ['password', 'access_cert', 'access_key'],
};

/** Of a replica: the ways to connect. */
export const replicaSecrets: Disclosure = { kind: 'credential', fields: own, kept };

/** Of a connection pool: the ways to connect, to a standby too. */
export const poolSecrets: Disclosure = { kind: 'credential', fields: [...own, ...standby], kept };

/** Of a cluster: its users and the ways to connect. */
export const clusterSecrets: Disclosure = {
  kind: 'credential',
  fields: [
    'users.password',
    'users.access_cert',
    'users.access_key',
    ...own,
    ...standby,
    ...inConnection('ui_connection'),
    ...inConnection('schema_registry_connection'),
  ],
  kept,
};
