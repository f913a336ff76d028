// Puts the scopes of another token, as a person pasted them, beside those of the token in hand.
import { isScope } from '../../../scope-map/scopes.ts';
import { beginningOf } from '../../../tools/cut-text.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { isLikelyToken } from '../../configuration/token-form.ts';
import { type Grant, missingScopes } from '../../guard/grant.ts';
import type { ScopeComparison } from './token-view.ts';

/** The most scopes that are read. */
const mostScopes = 1_000;
/** The longest that is shown again, in characters: no scope is as long. */
const longestShown = 60;

/** The words of a pasted text. */
const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[\s,;"'[\]]+/)
    .filter((word) => word !== '')
    .slice(0, mostScopes);

/** Whether a person pasted a token, which belongs nowhere but into its own place. */
export const holdsToken = (text: string): boolean => wordsIn(text).some(isLikelyToken);

const isKnown = (word: string): boolean => isScope(word) || word === 'read' || word === 'write';

const grantOf = (scopes: ReadonlySet<string>): Grant => ({
  kind: 'known',
  scopes,
  source: 'declared',
  expiresAt: null,
});

/** Compares. */
export const compareScopes = (
  grant: Grant & { readonly kind: 'known' },
  pasted: string,
  box: ToolBox,
): ScopeComparison => {
  const words = new Set(wordsIn(pasted));
  const other = new Set([...words].filter(isKnown));
  const usableBy = (scopes: ReadonlySet<string>): ReadonlySet<string> => {
    const one = grantOf(scopes);
    return new Set(
      box.outlines
        .filter(({ requires }) => missingScopes(one, requires).length === 0)
        .map(({ name }) => name),
    );
  };
  const [ours, theirs] = [usableBy(grant.scopes), usableBy(other)];
  return {
    both: [...grant.scopes].filter((scope) => other.has(scope)).toSorted(),
    onlyThis: [...grant.scopes].filter((scope) => !other.has(scope)).toSorted(),
    onlyOther: [...other].filter((scope) => !grant.scopes.has(scope)).toSorted(),
    unknown: [...words]
      .filter((word) => !isKnown(word))
      .map((word) => beginningOf(word, longestShown)),
    toolsOnlyThis: [...ours].filter((name) => !theirs.has(name)),
    toolsOnlyOther: [...theirs].filter((name) => !ours.has(name)),
  };
};
