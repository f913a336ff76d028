// What a resource is: a text that a client may read beside the tools, as far as its token grants.
import type { Reads } from '../road/reads.ts';

/** One resource, at one address. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Whether this caller may read it. */
  isOffered(reads: Reads): boolean;
  /**
   * Its JSON, without credentials.
   * @throws {Unreadable} when it cannot be read now.
   */
  read(reads: Reads): Promise<string>;
}

/** Many resources of a kind, at addresses that differ in one part. */
export interface ResourceKind {
  /** The address with the part's name in braces. */
  readonly template: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The JSON of the resource at an address; undefined where this kind has none there for this caller. */
  read(uri: string, reads: Reads): Promise<string | undefined>;
  /** What the part may be, for this caller, in order. */
  parts(reads: Reads): readonly string[];
}

/** A resource that is there and cannot be read now. The message is for people, and says what to do. */
export class Unreadable extends Error {}

/** The media type of all of them. */
export const mediaType = 'application/json';
