// One line of the table of measurements.

/** A figure beside what it is held against. */
export interface Row {
  readonly what: string;
  /** What is asked for, with the goal where there is one. */
  readonly bar: string;
  readonly measured: string;
  readonly ok: boolean;
}
