// What an owner may name as an origin whose pages may call.
import { UsageError } from '../../configuration/usage-error.ts';
import { shown } from '../../terminal/veil.ts';

/** What browsers send for a page without an origin of its own: any sandboxed frame, any file. */
export const nullOrigin = 'null';

// Extensions, editors and desktop programs have schemes of their own, whose origins URL.origin does not tell.
const ownScheme = /^(?!https?:|wss?:|ftp:|file:)[a-z][a-z0-9+.-]*:\/\/[^/?#@\s*]+$/;

const isOrigin = (text: string): boolean =>
  ownScheme.test(text) ||
  (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);

/**
 * An origin as browsers send it.
 * @param authenticated whether whoever calls has to show a credential.
 * @throws {UsageError} when it is none, or `null` on a server that lets in anyone.
 */
export const originOf = (text: string, authenticated: boolean): string => {
  if (text === nullOrigin) {
    if (authenticated) return text;
    throw new UsageError(
      '--allowed-origins: null is the origin of every sandboxed page, so without authentication any of them could call. Use --auth key, token or agents, or name another origin.',
    );
  }
  if (isOrigin(text)) return text;
  throw new UsageError(
    `--allowed-origins: ${shown(text)} is not an origin. An origin looks like https://app.example.com or vscode-webview://…, without a path.`,
  );
};
