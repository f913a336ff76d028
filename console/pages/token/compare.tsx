// Another token beside this one, by the names of its scopes: a token itself is refused.
import { useState } from 'preact/hooks';
import type { ScopeComparison } from '../../../src/console/token/token-view.ts';
import { ask } from '../../state/api.ts';
import { words } from '../../words.ts';

const own = words.token;

const List = ({ title, names }: { title: string; names: readonly string[] }) => (
  <div>
    <h3>
      {title} <span class="count">{names.length}</span>
    </h3>
    {names.length === 0 ? (
      <p class="muted">{own.nothingHere}</p>
    ) : (
      <p class="names">
        <code>{names.join(', ')}</code>
      </p>
    )}
  </div>
);

const Compared = ({ comparison }: { comparison: ScopeComparison }) => (
  <div class="compared" role="status">
    <List title={own.onlyThis} names={comparison.onlyThis} />
    <List title={own.onlyOther} names={comparison.onlyOther} />
    <List title={own.both} names={comparison.both} />
    {comparison.unknown.length > 0 && <List title={own.unknown} names={comparison.unknown} />}
    <List title={own.toolsOnlyThis} names={comparison.toolsOnlyThis} />
    <List title={own.toolsOnlyOther} names={comparison.toolsOnlyOther} />
  </div>
);

/** The form and its answer. */
export const Compare = ({ holder }: { holder: string }) => {
  const [scopes, setScopes] = useState('');
  const [comparison, setComparison] = useState<ScopeComparison | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const compare = async (event: Event): Promise<void> => {
    event.preventDefault();
    setTrouble(null);
    try {
      setComparison(await ask<ScopeComparison>('token/compare', { body: { holder, scopes } }));
    } catch (error) {
      setComparison(null);
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section>
      <h2>{own.compare}</h2>
      <p class="muted" id="compare-says">
        {own.compareSays}
      </p>
      <form class="compare" onSubmit={(event) => void compare(event)}>
        <label for="scopes" class="unseen">
          {own.scopes}
        </label>
        <textarea
          id="scopes"
          rows={4}
          maxLength={20_000}
          spellcheck={false}
          required
          aria-describedby="compare-says"
          placeholder="droplet:read, droplet:create, domain:read"
          value={scopes}
          onInput={({ currentTarget }) => setScopes(currentTarget.value)}
        />
        <button type="submit">{own.compareNow}</button>
      </form>
      {trouble !== null && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {comparison && <Compared comparison={comparison} />}
    </section>
  );
};
