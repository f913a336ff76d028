// Settings that contradict each other, or of which one makes another useless.
import type { Environment } from './environment.ts';
import { type OptionName, type OptionValues, tokenVariables } from './options/options.ts';
import { isSandboxToken, type TokenSource } from './token.ts';
import { isLikelyToken } from './token-form.ts';
import { UsageError } from './usage-error.ts';
import { isLoopback, nameOf, textOf, urlOf } from './values.ts';

/**
 * Refuses settings that cannot both be meant.
 * @throws {UsageError} naming both.
 */
export const checkCombinations = (
  values: OptionValues,
  token: TokenSource | null,
  sandbox: boolean,
): void => {
  if (sandbox && token !== null && !isSandboxToken(token.read()))
    throw new UsageError(
      `--sandbox talks to the simulation, but ${token.from} holds a real token. Unset it, or leave out --sandbox.`,
    );
  for (const name of ['apiUrl', 'tokenInfoUrl'] as const)
    if (sandbox && values[name] !== undefined)
      throw new UsageError(
        `--sandbox talks to the built-in simulation, and ${nameOf(name)} names another place. Leave out one of them.`,
      );
  if (values.allowSecrets === true && values.secretsDir !== undefined)
    throw new UsageError(
      `${nameOf('allowSecrets')} shows credentials to the model, and ${nameOf('secretsDir')} keeps them from it. Leave out one of them.`,
    );
};

/**
 * Refuses a token that DigitalOcean cannot have given out, before anything is sent.
 * @throws {UsageError} saying what is wrong with it, without repeating it.
 */
export const checkTokenForm = (
  values: OptionValues,
  token: TokenSource | null,
  sandbox: boolean,
): void => {
  const apiUrl = urlOf(values, 'apiUrl');
  // Whoever runs an API on their own machine gives out tokens of their own.
  const ownApi = apiUrl !== undefined && isLoopback(apiUrl.hostname);
  if (token === null || sandbox || ownApi) return;
  if (isSandboxToken(token.read()))
    throw new UsageError(
      `${token.from} holds a token of the simulation, which DigitalOcean does not know. Add --sandbox, or use a real token.`,
    );
  if (!isLikelyToken(token.read()))
    throw new UsageError(
      `${token.from} does not hold a token of DigitalOcean's. They begin with dop_v1_ or doo_v1_; older ones are 64 hexadecimal digits. A token is made under API > Tokens in the control panel.`,
    );
};

/** Settings that do nothing beside the others: each may be a limit that somebody counts on. */
const withoutEffect = (
  values: OptionValues,
  token: TokenSource | null,
  takes: readonly OptionName[],
): readonly string[] => {
  const serves = takes.includes('confirm');
  const idle = (['speed', 'seedData'] as const).filter(
    (name) => takes.includes('sandbox') && values[name] !== undefined && values.sandbox !== true,
  );
  return [
    ...(values.auth === 'agents' && token !== null
      ? [
          `With --auth agents each agent has a token of its own; the one in ${token.from} is not used.`,
        ]
      : []),
    ...(serves && values.secretsDir !== undefined && values.readOnly === true
      ? [
          `${nameOf('secretsDir')} does nothing with --read-only: credentials stay redacted, since whoever holds one could write.`,
        ]
      : []),
    ...idle.map((name) => `${nameOf(name)} does nothing without --sandbox.`),
  ];
};

/** What the owner may not have meant, in sentences. */
export const doubts = (
  values: OptionValues,
  environment: Environment,
  token: TokenSource | null,
  takes: readonly OptionName[],
): readonly string[] => {
  const file = textOf(values, 'tokenFile');
  const beside = tokenVariables.find((name) => {
    const value = environment[name]?.trim() ?? '';
    return file !== undefined && value !== '' && value !== token?.read();
  });
  return [
    ...withoutEffect(values, token, takes),
    ...(token?.warning ? [token.warning] : []),
    ...(beside === undefined
      ? []
      : [
          `The token of ${token?.from ?? 'the file'} is used; ${beside} holds another one, which is not.`,
        ]),
  ];
};
