// The token that is at hand, if one is: what it may do, and how it is spoken of.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Settings } from '../configuration/settings.ts';
import type { Grant } from '../guard/grant.ts';
import { createProgram } from '../program.ts';

/** A token and what it grants. */
export interface GrantAtHand {
  /** Its prefix and last four characters, or who declared the scopes. */
  readonly name: string;
  readonly grant: Grant;
}

/** What the token at hand grants, asked within three seconds; undefined when there is none. */
export const grantAtHand = async (
  settings: Settings,
  box: ToolBox,
): Promise<GrantAtHand | undefined> => {
  const { token, sandbox, declaredScopes } = settings;
  if (token === null && !sandbox)
    return declaredScopes === null
      ? undefined
      : {
          name: 'a token with the scopes of --scopes',
          grant: { kind: 'known', scopes: declaredScopes, source: 'declared', expiresAt: null },
        };
  // What is found is told in the result: a log would say it twice.
  const program = createProgram({ ...settings, logLevel: 'silent' }, box);
  try {
    const { account } = program.localCaller();
    return { name: `the token ${account.hint}`, grant: await account.grant() };
  } finally {
    await program.close();
  }
};
