// What one DigitalOcean endpoint is, needs and does: the type of every entry of the scope map.
import type { Area } from './areas.ts';
import type { OperationId } from './facts.ts';
import type { FullSchemaName } from './full-schemas.ts';
import type { PathParameter } from './path-parameters.ts';
import type { Scope } from './scopes.ts';

/** HTTP methods of DigitalOcean's control plane. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call does to the account; follows the call, never the verb in a scope's name. */
export type Effect = 'read' | 'write' | 'destroy';

/** What a call does to the bill. */
export type Cost = 'none' | 'starts' | 'raises' | 'stops';

/**
 * Alternatives, each a list of scopes that are all needed: `[['a'], ['b', 'c']]` is "a, or b and c".
 * `[[]]` means any valid token. An empty list of alternatives does not compile.
 */
export type Requirement = readonly [readonly Scope[], ...(readonly Scope[])[]];

/**
 * True of a call whose argument has one of the values in `is`, or, without `is`, has any value at all.
 * The argument may be a dotted path into objects and lists.
 */
export interface When {
  readonly argument: string;
  readonly is?: readonly [string | number | boolean, ...(string | number | boolean)[]];
}

/** What changes about a call when an argument says so: more scopes, another effect, another cost. */
export interface Condition {
  readonly when: When;
  /** Scopes needed besides the endpoint's own requirement. */
  readonly needs?: readonly [Scope, ...Scope[]];
  readonly effect?: Effect;
  readonly cost?: Cost;
}

/**
 * A relation between arguments that a flat schema cannot express; checked before anything is sent.
 * Arguments may be named by dotted paths; a list on the way is walked element by element.
 */
export type Rule =
  /** Exactly one (or, when `optional`, at most one) of these arguments. */
  | {
      readonly kind: 'one_of';
      readonly arguments: readonly [string, string, ...string[]];
      readonly optional?: true;
    }
  /** At least one of these arguments, not empty. */
  | { readonly kind: 'any_of'; readonly arguments: readonly [string, ...string[]] }
  /** When the condition holds, these arguments must be there. */
  | {
      readonly kind: 'needs';
      readonly when: When;
      readonly arguments: readonly [string, ...string[]];
    }
  /** These arguments only make sense while the condition holds. */
  | {
      readonly kind: 'only';
      readonly arguments: readonly [string, ...string[]];
      readonly when: When;
    }
  /** When the condition holds, these arguments must be absent. */
  | {
      readonly kind: 'excludes';
      readonly when: When;
      readonly arguments: readonly [string, ...string[]];
    }
  /** These two conditions must not hold together. */
  | { readonly kind: 'never'; readonly when: When; readonly and: When }
  /** When the condition holds, this text has at most so many characters. */
  | {
      readonly kind: 'longest';
      readonly argument: string;
      readonly length: number;
      readonly when: When;
    }
  /** When one element of a list has this value in this field, every element must have it. */
  | {
      readonly kind: 'alone';
      readonly list: string;
      readonly field: string;
      readonly is: string | number | boolean;
    }
  /** Every element of a list keeps these rules, whose arguments are fields of the element. */
  | { readonly kind: 'each'; readonly list: string; readonly rules: readonly [Rule, ...Rule[]] };

/**
 * The place of a field in a resource: keys joined by dots. A list is walked element by element;
 * `*` stands for any one key, `**` for any number of keys.
 */
export type FieldPath = string;

/** What a reply gives away. Paths are relative to the resource, without DigitalOcean's envelope. */
export interface Disclosure {
  readonly kind: 'credential' | 'shell';
  readonly fields: readonly [FieldPath, ...FieldPath[]];
  /** The call has no other product: it is hidden unless secrets are allowed. */
  readonly only?: true;
}

/** How a list is divided into pages. */
export type Paging =
  /** `page`/`per_page`, onward by `links.pages.next` (also where that link carries a `page_token`). */
  | { readonly style: 'links'; readonly largest: number }
  /** `page` and a page-size parameter without links; `pages` names where the reply tells the number of pages. */
  | {
      readonly style: 'numbered';
      readonly largest: number;
      readonly size: string;
      readonly pages: FieldPath;
    }
  /** Everything in one reply. */
  | { readonly style: 'none' };

/** What comes back when a call succeeds. */
export type Reply =
  /** A list under `key`. */
  | { readonly kind: 'list'; readonly key: string; readonly paging: Paging }
  /** One resource under `key` (`null`: the body is the resource); `many` when several were made at once. */
  | { readonly kind: 'object'; readonly key: string | null; readonly many?: string }
  /** Nothing but success. */
  | { readonly kind: 'empty' }
  /** Text, answered under the name `as`. */
  | { readonly kind: 'text'; readonly as: string }
  /** Addresses of log files, to be fetched and answered as text; `live` and `historic` are keys of the body. */
  | { readonly kind: 'logs'; readonly live: string; readonly historic: string };

/** Where an argument of a follow-up call comes from: the first call's arguments or its reply. */
export type Source =
  | { readonly argument: string }
  /** Path in the whole reply body, envelope included; a list gives one follow-up for each of its elements. */
  | { readonly reply: FieldPath };

/** A follow-up read. */
export interface FollowUp {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, Source>>;
  /** Query parameters that the read needs besides its path, such as the region of an NFS share. */
  readonly query?: Readonly<Record<string, Source>>;
}

/** How the work that a call starts (or the resource that it reads) comes to its end. */
export interface LifeCycle {
  /** The read that tells the state; a read that watches itself names itself. */
  readonly poll: FollowUp;
  /** Where the polled reply body, envelope included, tells the state. Absent where only 404 tells the end. */
  readonly state?: FieldPath;
  /** States in which the work has ended well, compared without regard to case; `*` is any value at all. */
  readonly done: readonly string[];
  /** States in which it has failed. */
  readonly failed: readonly string[];
  /** What a 404 of the poll means: `done` for deletions, `wait` right after creation; otherwise an error. */
  readonly missing?: 'done' | 'wait';
  /** Where the polled reply says why, for people. */
  readonly message?: FieldPath;
  /** Every list element under this path must be in a done state too (`node_pool.nodes` / `status.state`). */
  readonly all?: {
    readonly list: FieldPath;
    readonly state: FieldPath;
    readonly count?: FieldPath;
  };
  /** Where the reply counts what went wrong: above zero the work has failed, whatever the state says. */
  readonly failures?: FieldPath;
  /** While there is something here, a done state does not count yet. */
  readonly pending?: FieldPath;
  /** Seconds for which a done state may still be the one from before the change. */
  readonly settles?: number;
  /** Read again once done, so that the answer shows the finished resource. */
  readonly afterwards?: FollowUp;
  /** How long it usually takes, in seconds; sets the rhythm of polling. */
  readonly usually: number;
  /** The noun in sentences for people: "Droplet", "action". */
  readonly what: string;
}

/** A refusal that passes by itself and is safe to wait for. */
export interface Passing {
  readonly status: 403 | 404 | 409 | 412 | 422;
  /** Lower-case words that the message contains; absent: any message. */
  readonly says?: string;
  /** How long waiting makes sense, in seconds. */
  readonly within: number;
}

/** Limits narrower than the token's own quota. */
export type SpecialLimit = 'ssh_key_lists' | 'cdn';

/** Which fields of a resource are shown unless `detail: "full"` or `fields` say otherwise. */
export type View =
  | { readonly keeps: readonly FieldPath[] }
  | { readonly drops: readonly FieldPath[] };

/** One endpoint of DigitalOcean's API: everything the server knows about it besides its input facts. */
export interface Endpoint<Path extends string = string> {
  /** Operation id in DigitalOcean's document. */
  readonly id: OperationId;
  readonly area: Area;
  readonly method: Method;
  readonly path: Path;
  /** Chosen tool name where the operation id in snake_case is longer than 44 characters. */
  readonly name?: string;
  /** Former tool names that still work. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** One sentence of our own: what the call does and what a caller must know before using it. */
  readonly description: string;
  readonly requires: Requirement;
  readonly conditions?: readonly Condition[];
  readonly rules?: readonly Rule[];
  readonly effect: Effect;
  readonly cost?: Cost;
  readonly discloses?: Disclosure;
  readonly reply: Reply;
  readonly view?: View;
  readonly watch?: LifeCycle;
  readonly passing?: readonly Passing[];
  readonly limit?: SpecialLimit;
  /**
   * Whether the call may be repeated when its answer was lost. Default by method: GET, PUT, PATCH and DELETE
   * yes, POST no. Deleting by tag or name says `false`: the set may have changed in between.
   */
  readonly repeatable?: boolean;
  /** Fixed headers, for example `X-Dangerous`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Arguments that may hold secrets, by dotted path: never written to a log or record. */
  readonly confidential?: readonly [FieldPath, ...FieldPath[]];
  /** Arguments whose tool schema is one loose object, with the name of the full schema that they must satisfy. */
  readonly inFull?: Readonly<Record<string, FullSchemaName>>;
  /** Body fields that only repeat what the path says already: no arguments, and not sent. */
  readonly repeats?: readonly [string, ...string[]];
  /** Descriptions of arguments where the glossary's general sentence does not fit, by dotted argument path. */
  readonly says?: Readonly<Record<string, string>>;
}

/** The names between braces in a path. */
export type PathParameters<Path extends string> =
  Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PathParameters<Rest> : never;

/** The path itself when all its parameters are known, otherwise nothing that compiles. */
type KnownPath<Path extends string> = [PathParameters<Path>] extends [PathParameter] ? Path : never;

/**
 * Declares one endpoint. Refused by the compiler: an unknown operation id, area, scope or path parameter,
 * and a requirement without alternatives.
 */
export const endpoint = <const Path extends string>(
  entry: Endpoint<Path> & { readonly path: KnownPath<Path> },
): Endpoint => entry;

/** A list under `key` in pages of up to 200, onward by links: DigitalOcean's usual way. */
export const pagedList = (key: string): Reply => ({
  kind: 'list',
  key,
  paging: { style: 'links', largest: 200 },
});
