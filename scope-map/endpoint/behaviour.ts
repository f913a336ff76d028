// What a simulation does for an endpoint that it has no code for: a few honest behaviours that an entry may name.

/** Where it applies: only below a thing whose `field` (dotted, as reading it shows) `is` one of these. */
interface Within {
  readonly within?: { readonly field: string; readonly is: readonly string[] };
}

/** Items that are made, listed, read, changed and deleted, by the method and whether the path ends in a parameter. */
interface Collection {
  readonly as: 'collection';
  /** The field of an item that the path names; default `id`. */
  readonly by?: string;
  /** What new ids look like; default `uuid`. */
  readonly ids?: 'uuid' | 'number';
  /** The field with its first value and the value it has at once or after `seconds`. */
  readonly lives?: {
    readonly field: string;
    readonly first: string;
    readonly last: string;
    readonly seconds: number;
  };
  /** PUT keeps what it is not given, as PATCH does. */
  readonly merges?: true;
  /** Numbers that a change never makes smaller. */
  readonly grows?: readonly string[];
}

/**
 * `part`: lays what it is sent over the item that its path lies below, and answers with the item.
 * `setting`: one object that is read and replaced or changed (`starts` is what it is before).
 * `action`: work that is accepted and ends well after `seconds`, without changing anything else.
 */
export type Behaviour = Within &
  (
    | Collection
    | { readonly as: 'part' }
    | { readonly as: 'setting'; readonly starts?: Readonly<Record<string, unknown>> }
    | { readonly as: 'action'; readonly seconds: number }
  );
