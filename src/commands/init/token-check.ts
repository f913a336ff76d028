// Looks at a token before it is kept: its form, and what DigitalOcean says of it.
import { askForGrant } from '../../account/token-info.ts';
import type { Environment } from '../../configuration/environment.ts';
import type { Settings } from '../../configuration/settings.ts';
import { checkToken } from '../../configuration/token.ts';
import { isLikelyToken } from '../../configuration/token-form.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { isLoopback } from '../../configuration/values.ts';
import type { Grant } from '../../guard/grant.ts';
import type { Clock } from '../../ports.ts';
import { createTransport } from '../../transport.ts';

/** How long DigitalOcean is waited for, in milliseconds. */
const patience = 10_000;

/**
 * A token that may be one.
 * @throws {UsageError} saying what it is instead, without repeating it.
 */
export const tokenIn = (typed: string, { apiUrl }: Settings): string => {
  const token = checkToken(typed, 'What was typed');
  // Whoever runs an API on their own machine gives out tokens of their own.
  if (isLikelyToken(token) || isLoopback(apiUrl.hostname)) return token;
  throw new UsageError(
    "What was typed is not a token of DigitalOcean's: they begin with dop_v1_ or doo_v1_.",
  );
};

/** What DigitalOcean says of a token. Never throws. */
export const grantFor = async (
  token: string,
  settings: Settings,
  environment: Environment,
  clock: Clock,
): Promise<Grant> => {
  const transport = createTransport({ ...settings, sandbox: false }, clock, environment);
  try {
    return await askForGrant(
      transport,
      settings.tokenInfoUrl,
      token,
      clock,
      AbortSignal.timeout(patience),
    );
  } finally {
    await transport.close();
  }
};
