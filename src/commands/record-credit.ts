// Whether a record can be believed, told by every command that draws conclusions from it.
import type { Verified } from '../record/verify/finding.ts';

/** In a sentence. */
export const credit = (found: Verified | null): string => {
  if (found === null)
    return 'This record cannot be verified: the state folder that would have its key cannot be used.';
  const { findings, lines } = found;
  if (findings.length === 0) return `The record is whole: ${lines} lines.`;
  return `This record was touched, or its key is another: what follows is worth no more than it. ${findings.length} findings; do-mcp audit verify tells them.`;
};

/** The same for a program; null where nobody can tell. */
export const creditFields = (found: Verified | null) => ({
  sound: found && found.findings.length === 0,
  findings: found?.findings.length ?? null,
  openChanges: found?.open.length ?? null,
  lines: found?.lines ?? null,
});
