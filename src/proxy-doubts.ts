// Says at start which proxy variables cannot be used, before a call fails for it.
import { proxyFrom } from './client/wire/proxies.ts';
import type { Environment } from './configuration/environment.ts';
import type { Settings } from './configuration/settings.ts';
import { isLoopback } from './configuration/values.ts';

/** A sentence for each variable that names no usable proxy; none where nothing would go through one. */
export const proxyDoubts = (
  { sandbox, apiUrl, tokenInfoUrl }: Pick<Settings, 'sandbox' | 'apiUrl' | 'tokenInfoUrl'>,
  environment: Environment,
): readonly string[] => {
  if (sandbox || (isLoopback(apiUrl.hostname) && isLoopback(tokenInfoUrl.hostname))) return [];
  return (proxyFrom(environment).unusable ?? []).map(
    ({ variable, reason }) =>
      `${variable} ${reason}. Calls that would go through it are not sent; correct it, or unset it.`,
  );
};
