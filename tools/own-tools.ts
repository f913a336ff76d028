// Tools of our own: they are no endpoint, and may be named and left out like one.

/** Lists what an account pays for. */
export const accountInventory = 'account_inventory';

/** Their names. */
export const ownTools: readonly string[] = [accountInventory];
