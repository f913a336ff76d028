// What a call does: to the account and to the bill.

/** HTTP methods of DigitalOcean's control plane. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call does to the account; follows the call, never the verb in a scope's name. */
export type Effect = 'read' | 'write' | 'destroy';

/** What a call does to the bill. */
export type Cost = 'none' | 'starts' | 'raises' | 'stops';
