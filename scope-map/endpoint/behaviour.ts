// What a simulation does for an endpoint that it has no code for: a few honest behaviours that an entry may name.

/**
 * `collection`: items that are made, listed, read, changed and deleted, by the method and whether the path ends in
 * a parameter; `lives` names the field with its first value and the value it has at once or after `seconds`.
 * `setting`: one object that is read and replaced or changed (`starts` is what it is before).
 * `action`: work that is accepted and ends well after `seconds`, without changing anything else.
 */
export type Behaviour =
  | {
      readonly as: 'collection';
      /** The field of an item that the path names; default `id`. */
      readonly by?: string;
      /** What new ids look like; default `uuid`. */
      readonly ids?: 'uuid' | 'number';
      readonly lives?: {
        readonly field: string;
        readonly first: string;
        readonly last: string;
        readonly seconds: number;
      };
    }
  | { readonly as: 'setting'; readonly starts?: Readonly<Record<string, unknown>> }
  | { readonly as: 'action'; readonly seconds: number };
