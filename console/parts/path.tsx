// A path of the API: what stands for a thing is told apart, and a line may end after each slash.
import { Fragment } from 'preact';

/** The path. */
export const Path = ({ path }: { path: string }) => (
  <span class="path">
    {path.split('/').map((step, at) => (
      <Fragment key={at}>
        {at > 0 && '/'}
        <wbr />
        {step.startsWith('{') ? <var>{step}</var> : step}
      </Fragment>
    ))}
  </span>
);
