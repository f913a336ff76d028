// What `do-mcp scopes` answers, as data: the checklist, what it stands on, and the token beside it.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Settings } from '../configuration/settings.ts';
import { compare } from '../scopes/compare.ts';
import { grantAtHand } from '../scopes/grant-at-hand.ts';
import type { Understood } from '../scopes/in-words.ts';
import type { ScopePlan } from '../scopes/plan.ts';

/** A token beside a plan. */
export interface TokenAnswer {
  readonly name: string;
  /** Why nothing can be said, as the end of a sentence; null when it can. */
  readonly unknown: string | null;
  readonly missing: readonly string[];
  readonly unneeded: readonly string[];
  readonly couldDestroy: readonly string[];
}

/** What the record was read for. */
export interface RecordAnswer {
  readonly calls: number;
  readonly agents: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** The same in a sentence. */
  readonly says: string;
}

/** The whole answer. */
export interface ScopesAnswer {
  readonly plan: ScopePlan;
  /** What a job in words was understood as; null where none was given. */
  readonly asked: readonly Understood[] | null;
  /** Null where the record was not read. */
  readonly record: RecordAnswer | null;
  /** Null where there is no token at hand. */
  readonly token: TokenAnswer | null;
}

/** What stands where the token should, and is none that could be compared. */
export const unusable = (trouble: string): TokenAnswer => ({
  name: 'the token',
  unknown: trouble.replace(/\.$/, ''),
  missing: [],
  unneeded: [],
  couldDestroy: [],
});

/** The token at hand beside a plan; null when there is none. */
export const tokenBeside = async (
  plan: ScopePlan,
  settings: Settings,
  box: ToolBox,
): Promise<TokenAnswer | null> => {
  const found = await grantAtHand(settings, box);
  if (!found) return null;
  const { name, grant } = found;
  if (grant.kind !== 'known')
    return { name, unknown: grant.reason, missing: [], unneeded: [], couldDestroy: [] };
  return { name, unknown: null, ...compare(grant, plan, box) };
};

/** The answer for a program. */
export const scopesJson = ({ plan, asked, record, token }: ScopesAnswer): string =>
  JSON.stringify(
    {
      tools: plan.tools,
      scopes: plan.scopes,
      groups: plan.groups.map(({ resource, boxes }) => ({
        resource,
        boxes: boxes.map(({ scope, action, for: tools, comesWith }) => ({
          scope,
          action,
          for: tools,
          comes_with: comesWith,
        })),
      })),
      optional: plan.optional,
      ...(asked !== null && { asked }),
      ...(record !== null && {
        record: { calls: record.calls, agents: record.agents, from: record.from, to: record.to },
      }),
      ...(token !== null && {
        token: {
          name: token.name,
          unknown: token.unknown,
          missing: token.missing,
          more_than_needed: token.unneeded,
          could_destroy: token.couldDestroy,
        },
      }),
    },
    null,
    2,
  );
