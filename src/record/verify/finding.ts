// What verifying a record finds.

/** Something that would not be so if nobody had touched the record. */
export interface Finding {
  readonly what:
    | 'altered'
    | 'cut'
    | 'beyond_head'
    | 'file_missing'
    | 'file_unknown'
    | 'head_missing'
    | 'head_not_ours'
    | 'rolled_back'
    | 'ledger_missing'
    | 'ledger_not_ours';
  readonly file: string;
  /** The line, counted from 1; absent where it is about the whole file. */
  readonly line?: number;
  /** In a sentence. */
  readonly says: string;
}

/** A change whose intent is on record, and its end is not. */
export interface OpenChange {
  readonly id: string;
  readonly at: string;
  readonly agent: string;
  readonly tool: string;
  readonly file: string;
  /** Whether the process that began it may still be at it. */
  readonly mayBeUnderWay: boolean;
}

/** What is known after everything was read. */
export interface Verified {
  readonly files: number;
  readonly lines: number;
  readonly findings: readonly Finding[];
  readonly open: readonly OpenChange[];
  /** What is as it may be, and worth a word. */
  readonly notes: readonly string[];
}
