// Which scopes a call may have lacked that DigitalOcean answered with 403: it does not say which.
import type { Scope } from '../../scope-map/scopes.ts';
import { isTrueOf } from '../../tools/request/when.ts';
import { holds, missingScopes } from '../guard/grant.ts';
import type { About } from './about.ts';

/** Every scope that the call may have needed and that the token is not known to hold, each once. */
export const scopesInQuestion = ({ tool, given, guard }: About): readonly Scope[] => {
  const conditional = (tool.endpoint.conditions ?? [])
    .filter((condition) => isTrueOf(condition.when, given))
    .flatMap((condition) => condition.needs ?? []);
  const scopes =
    guard.grant.kind === 'known'
      ? [
          ...missingScopes(guard.grant, tool.endpoint.requires),
          ...conditional.filter((scope) => !holds(guard.grant, scope)),
        ]
      : [...(tool.endpoint.requires[0] ?? []), ...conditional];
  return [...new Set(scopes)];
};
