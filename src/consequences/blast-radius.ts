// What hangs on a thing that a call destroys: what goes with it, what stays, what loses it, what goes on costing.

/** What becomes of something that hangs on what is destroyed. */
export type Fate =
  /** It is gone with it. */
  | 'destroyed'
  /** It goes on without it. */
  | 'stays'
  /** It loses what is destroyed: a load balancer without its Droplet, a record that points nowhere. */
  | 'loses'
  /** It goes on, and goes on costing. */
  | 'keeps_costing';

/** One thing, or several of a kind that are told together. */
export interface HangingThing {
  /** The noun, in the singular: "snapshot", "DNS record". */
  readonly kind: string;
  /** What people call it; of several, the first few names. */
  readonly names: readonly string[];
  /** How many there are; null where more are there than were counted. */
  readonly count: number | null;
  readonly fate: Fate;
  /** What else is to be known, without a full stop: "4 MX records among them". */
  readonly note?: string;
}

/** What a destroying call would harm, as far as reads tell. */
export interface BlastRadius {
  /** One sentence without a full stop: "Destroys the Droplet web-01 (203.0.113.7, 2 years old, $24 a month) …". */
  readonly sentence: string;
  readonly hanging: readonly HangingThing[];
  /** What could not be found out, each without a full stop: "which snapshots it has (volume_snapshot:read is missing)". */
  readonly unknown: readonly string[];
  /** The name of the thing, which a person types to agree; null where it has none or it was not readable. */
  readonly name: string | null;
  /** Things that are destroyed, itself included; null where they were not counted. */
  readonly destroyed: number | null;
  /** Whether stored data is gone for good: disks, databases, snapshots, images, buckets' keys are none. */
  readonly losesData: boolean;
  /** All that the call could take away was looked for, and there is nothing of it. */
  readonly takesNothing?: true;
  /** What the destroyed things cost a month, in US dollars; null where that is not known. */
  readonly monthlyUsd: number | null;
}
