// Goes through the checks one after the other; what one of them throws is a finding too, and stops no other.
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import type { Finding, Level, Meaning } from './finding.ts';
import type { Situation } from './situation.ts';

/** What one check found. */
export interface Examined {
  readonly check: Pick<Check, 'name' | 'title'>;
  readonly findings: readonly Finding[];
}

/** What a check may find that is no finding of its own. */
export const failed: Meaning = {
  level: 'warning',
  means: 'A check could not be carried out, for a reason that was not foreseen. The others were.',
  remedy: 'Look at the reason; where it makes no sense, tell the makers of do-mcp.',
};

const lookOnce = async (check: Check, situation: Situation): Promise<readonly Finding[]> => {
  try {
    return await check.look(situation);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        id: `${check.name}.not_checked`,
        level: failed.level,
        found: `${check.title} could not be checked: ${reason}`,
        details: [],
        remedy: failed.remedy,
        fix: null,
      },
    ];
  }
};

/** What all checks find, in their order. */
export const examine = async (situation: Situation): Promise<readonly Examined[]> => {
  const examined: Examined[] = [];
  for (const check of checks) {
    const findings = await lookOnce(check, situation);
    if (findings.length > 0) examined.push({ check, findings });
  }
  return examined;
};

/** How many findings there are of a level. */
export const countOf = (examined: readonly Examined[], level: Level): number =>
  examined.flatMap(({ findings }) => findings).filter((one) => one.level === level).length;
