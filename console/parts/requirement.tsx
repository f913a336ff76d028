// What a token needs, in a line: scopes that are all needed, or others instead.
import { Fragment } from 'preact';
import { words } from '../words.ts';
import { Scope } from './marks.tsx';

/** Alternatives, each a list of scopes that are all needed. */
export const Requirement = ({ requires }: { requires: readonly (readonly string[])[] }) => (
  <span class="requirement">
    {requires.map((all, at) => (
      <Fragment key={all.join()}>
        {at > 0 && <span class="muted"> {words.map.or} </span>}
        {all.length === 0 ? <span class="muted">{words.map.anyToken}</span> : null}
        {all.map((scope, index) => (
          <Fragment key={scope}>
            {index > 0 && <span class="muted"> + </span>}
            <Scope scope={scope} />
          </Fragment>
        ))}
      </Fragment>
    ))}
  </span>
);
