// What stands where a credential stood, and how it is recognised when it comes back.

/** Stands where a credential stood. An argument that contains it is refused, so that it is never written back. */
export const redactionMark = '[redacted by do-mcp]';

/** The part of the mark that a model cannot help copying, however it trims the rest. */
export const markStart = '[redacted';
