// Descriptions of arguments.

/** Sentences by dotted argument name. */
export type Words = Readonly<Record<string, string>>;
