// Does what `--fix` may do, and keeps what came of it with the finding.
import { codeOf } from '../files/error-code.ts';
import type { Examined } from './examine.ts';
import type { Finding } from './finding.ts';

/** A finding with what was done about it. */
export interface MendedFinding extends Finding {
  /** What was done, in a sentence; null where nothing was. */
  readonly fixed: string | null;
  /** Whether nothing is left of it. */
  readonly isMended: boolean;
}

/** What one check found, and what was done about it. */
export interface Mended extends Examined {
  readonly findings: readonly MendedFinding[];
}

const mendOne = (finding: Finding, wanted: boolean): MendedFinding => {
  if (!wanted || finding.fix === null) return { ...finding, fixed: null, isMended: false };
  try {
    finding.fix.run();
    return { ...finding, fixed: finding.fix.did, isMended: true };
  } catch (error) {
    const code = codeOf(error) ?? 'unknown reason';
    return { ...finding, fixed: `It could not be mended (${code}).`, isMended: false };
  }
};

/** Mends what can be, where that is wanted; what was mended blocks nobody any more. */
export const mend = (examined: readonly Examined[], wanted: boolean): readonly Mended[] =>
  examined.map(({ check, findings }) => ({
    check,
    findings: findings.map((finding) => {
      const mended = mendOne(finding, wanted);
      return mended.isMended ? { ...mended, level: 'ok' } : mended;
    }),
  }));
