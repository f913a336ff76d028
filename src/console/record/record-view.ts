// What the page of the record is told: lines in short, one call whole, whether the record is whole, and a file of it.

/** A line about a call, in short. A change has two of the same id: its beginning, and its end. */
export interface RecordLine {
  readonly id: string;
  readonly kind: 'read' | 'intent' | 'outcome' | 'change' | 'refused' | 'dry_run';
  /** ISO 8601. */
  readonly at: string;
  readonly agent: string;
  readonly tool: string;
  readonly method: string | null;
  readonly path: string | null;
  readonly effect: string | null;
  readonly result: string | null;
  /** What DigitalOcean answered with. */
  readonly status: number | null;
  readonly ms: number | null;
}

/** Lines, the newest first. */
export interface RecordPage {
  readonly lines: readonly RecordLine[];
  /** Before when the next page looks; null: there is no more. */
  readonly more: string | null;
  /** Why there can be nothing: no record is kept, or it cannot be read here. */
  readonly none: 'not_kept' | 'device' | null;
  /** Whether other replicas have records that are not shown. */
  readonly isReplica: boolean;
}

/** One call as it stands on record. */
export interface RecordedCallView {
  /** The line of its beginning, as recorded. */
  readonly line: Readonly<Record<string, unknown>>;
  /** The line of its end; null for what has only one. */
  readonly end: Readonly<Record<string, unknown>> | null;
  /** The id by which `do-mcp undo` puts it back; null where nothing is kept for that. */
  readonly undo: string | null;
}

/** What verifying found. */
export type RecordVerified =
  | {
      readonly state: 'verified';
      /** ISO 8601. */
      readonly at: string;
      readonly files: number;
      readonly lines: number;
      /** What would not be so if nobody had touched it; at most a hundred. */
      readonly findings: readonly {
        readonly file: string;
        readonly line: number | null;
        readonly says: string;
      }[];
      /** Changes that have no end. */
      readonly open: number;
    }
  | { readonly state: 'too_large' | 'nothing' };

/** A part of the record as a file. */
export interface RecordFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly lines: number;
  /** Whether older lines of the kind were left out. */
  readonly isCut: boolean;
}
