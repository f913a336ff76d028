// The arguments of an operation as the compiler knows them from its facts.

type NamesIn<Facts, Key extends string> =
  Facts extends Readonly<Record<Key, infer Named>> ? keyof Named & string : never;

type InQuery<Facts> = Facts extends { readonly query: infer Query }
  ? NamesIn<Query, 'properties'>
  : never;

type InBody<Facts> = Facts extends { readonly body: infer Body }
  ? NamesIn<Body, 'properties'>
  : never;

type Name<Facts> = NamesIn<Facts, 'pathArguments'> | InQuery<Facts> | InBody<Facts>;

/** An argument of the operation with these facts, or a place below one. */
export type Place<Facts> = {
  // Looked up, so that the compiler's messages name the arguments and not the facts they come from.
  readonly is:
    | Name<Facts>
    | `${Name<Facts>}.${string}`
    /** A field of the body that has the name of a path parameter. */
    | `body_${NamesIn<Facts, 'pathArguments'>}`;
}['is'];
