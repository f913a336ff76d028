// What the page knows of the person before it and of the server behind it.
import type { Auth } from '../configuration/settings.ts';

/** What an operator may do. */
export type ViewerRole = 'look' | 'approve' | 'operate';

/** Whose rights the page can show: whoever's credential this server holds. */
export interface HolderView {
  readonly id: string;
  readonly name: string;
  /** The prefix and the last characters of the token; null while it cannot be read. */
  readonly hint: string | null;
}

/** What the page is told when it opens. Never a credential. */
export interface SessionView {
  readonly name: string;
  readonly role: ViewerRole;
  /** Whether somebody signed in, who can sign out again. */
  readonly signedIn: boolean;
  readonly server: {
    readonly version: string;
    /** Nothing behind it is real or billed. */
    readonly sandbox: boolean;
    readonly auth: Auth;
    readonly holders: readonly HolderView[];
  };
}

/** What signing in gives to the page; the rest is in a cookie that it cannot read. */
export interface SignedIn {
  readonly proof: string;
  /** Seconds until the session ends. */
  readonly lasts: number;
}
