// What stands where something is on its way, has failed, or is not there.
import type { ComponentChildren } from 'preact';
import { words } from '../words.ts';

/** Something is on its way; shown only when it takes a while. */
export const Waiting = () => (
  <p class="waiting" role="status">
    {words.waiting}
  </p>
);

/** Something has failed. */
export const Failure = ({ message, again }: { message: string; again?: () => void }) => (
  <div class="failure" role="alert">
    <p>{message}</p>
    {again && (
      <button type="button" onClick={again}>
        {words.again}
      </button>
    )}
  </div>
);

/** There is nothing, and why. */
export const Empty = ({ children }: { children: ComponentChildren }) => (
  <p class="empty">{children}</p>
);
