// The secrets that stand in the environment, so that they are recognised wherever they turn up.
import type { Environment } from './environment.ts';
import { tokenVariables } from './options/options.ts';
import { isSandboxToken } from './token.ts';

const holdsSecret = (name: string): boolean =>
  tokenVariables.some((one) => one === name) ||
  name === 'DO_MCP_STATE_KEY' ||
  name === 'DO_MCP_OPERATOR_KEY' ||
  (name.startsWith('DO_MCP_TOKEN_') && !/_(FILE|INFO_URL)$/.test(name));

/** Their values; the tokens of the simulation are no secrets. */
export const knownSecrets = (environment: Environment): readonly string[] =>
  Object.entries(environment).flatMap(([name, value]) => {
    const secret = value?.trim() ?? '';
    return holdsSecret(name) && secret !== '' && !isSandboxToken(secret) ? [secret] : [];
  });
