// The answer to a call that was tried: as a model would read it, how much that is, and what waits.
import { useState } from 'preact/hooks';
import type { Tried } from '../../../src/console/try/tried.ts';
import { Choice } from '../../parts/choice.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Link } from '../../parts/link.tsx';
import { addressOf } from '../../state/address.ts';
import { words } from '../../words.ts';

const own = words.trying;

type Manner = 'exactly' | 'indented';

const manners = [
  ['exactly', own.exactly],
  ['indented', own.indented],
] as const;

/** The answer. */
export const Answer = ({ tried }: { readonly tried: Tried }) => {
  const { ok, text, dryRun, took, tokens, question } = tried;
  const [manner, setManner] = useState<Manner>('exactly');
  return (
    <section class="tried" aria-labelledby="tried">
      <h2 id="tried">
        {own.answer}{' '}
        <span class={`mark ${ok ? 'went-well' : 'effect-destroy'}`}>
          {ok ? own.outcomes.ok : own.outcomes.failed}
        </span>{' '}
        {dryRun && <span class="mark">{own.outcomes.dry}</span>}
      </h2>
      <p role="status">{own.size(text.length, tokens, took)}</p>
      {question !== null && (
        <p class="changes">
          {own.waits} <Link href={addressOf('approvals')}>{words.pages.approvals.title}</Link>
          {own.thenAgain}
        </p>
      )}
      <Choice<Manner> label={own.show} value={manner} options={manners} onChoose={setManner} />
      <pre>{manner === 'exactly' ? text : JSON.stringify(JSON.parse(text), null, 2)}</pre>
      <CopyButton text={text} />
    </section>
  );
};
