// A row of the permission map, and what surrounds the rows.
import type { Area } from '../../../scope-map/areas.ts';
import type { Cost, Effect, Method, Requirement } from '../../../scope-map/endpoint.ts';

/** What a token does with an endpoint: it looks, or it changes. */
export type Access = 'read' | 'write';

/** One endpoint. */
export interface MapRow {
  /** The tool's name. */
  readonly name: string;
  /** Operation id in DigitalOcean's document. */
  readonly operation: string;
  readonly area: Area;
  readonly method: Method;
  readonly path: string;
  /** What it does, in a few words. */
  readonly title: string;
  readonly access: Access;
  /** The permission: alternatives, each a list of scopes that are all needed. */
  readonly requires: Requirement;
  /** Scopes that only some arguments need. */
  readonly sometimes?: readonly string[];
  readonly effect: Effect;
  readonly cost: Cost;
  readonly discloses?: 'credential' | 'shell';
  readonly deprecated?: true;
}

/** An area with its endpoints counted. */
export interface MapArea {
  readonly area: Area;
  readonly title: string;
  readonly sentence: string;
  readonly methods: number;
}

/** The map, the same for everybody. */
export interface PermissionMap {
  readonly areas: readonly MapArea[];
  readonly rows: readonly MapRow[];
}

/** How an endpoint stands for one holder. */
export type Standing =
  /** It may be used. */
  | { readonly state: 'granted'; readonly depends?: readonly string[] }
  /** The token lacks something. */
  | { readonly state: 'missing'; readonly reason: string; readonly scopes: readonly string[] }
  /** The owner, their policy, or what this server never does, keeps it out. */
  | { readonly state: 'hidden'; readonly reason: string };

/** How every endpoint stands, by the tool's name. */
export interface Standings {
  readonly holder: string;
  /** What the token grants, in a few words. */
  readonly grant: string;
  readonly tools: Readonly<Record<string, Standing>>;
}

/** What a search found, the best first. */
export interface SearchResult {
  readonly names: readonly string[];
}
