// The address is the state of a view: what is shown can be sent to a colleague, and "back" goes back.
import { useEffect, useState } from 'preact/hooks';

/** What the address says. */
export interface Address {
  /** The page; empty for the first one. */
  readonly page: string;
  readonly query: URLSearchParams;
}

const moved = 'do-mcp-moved';

const read = (): Address => ({
  page: location.pathname.split('/')[2] ?? '',
  query: new URLSearchParams(location.search),
});

/** The address of a page with these settings; empty ones are left out. */
export const addressOf = (
  page: string,
  query: Readonly<Record<string, string | undefined>> | URLSearchParams = {},
): string => {
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const kept = entries.filter((entry): entry is [string, string] => Boolean(entry[1]));
  // Commas and colons stand in scopes and lists; written plainly, an address stays readable.
  const text = new URLSearchParams(kept).toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return `/console/${page}${text === '' ? '' : `?${text}`}`;
};

/**
 * Goes somewhere.
 * @param replaces whether "back" skips where we were: for every letter that is typed.
 */
export const go = (href: string, replaces = false): void => {
  if (replaces) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  window.dispatchEvent(new Event(moved));
};

/** The address now; whoever uses it is drawn anew when it changes. */
export const useAddress = (): Address => {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const look = (): void => setAddress(read());
    window.addEventListener('popstate', look);
    window.addEventListener(moved, look);
    return () => {
      window.removeEventListener('popstate', look);
      window.removeEventListener(moved, look);
    };
  }, []);
  return address;
};
