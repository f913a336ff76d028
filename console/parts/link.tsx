// A link within the console: followed without loading anything anew, opened elsewhere as any link is.
import type { AnchorHTMLAttributes } from 'preact';
import { go } from '../state/address.ts';

type LinkProps = AnchorHTMLAttributes & { readonly href: string; readonly replaces?: boolean };

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link. */
export const Link = ({ href, replaces = false, children, ...rest }: LinkProps) => (
  <a
    {...rest}
    href={href}
    onClick={(event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(href, replaces);
    }}
  >
    {children}
  </a>
);
