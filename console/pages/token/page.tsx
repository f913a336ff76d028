// The token in hand: what it grants, what is missing or not needed, when it expires, and another one beside it.
import type { TokenView } from '../../../src/console/token/token-view.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { addressOf, go } from '../../state/address.ts';
import { useData } from '../../state/data.ts';
import { words } from '../../words.ts';
import { Compare } from './compare.tsx';
import { Rights } from './rights.tsx';

const own = words.token;
const day = 86_400_000;

const expiryOf = ({ expiresAt, now }: TokenView): string => {
  if (expiresAt === null) return own.neverExpires;
  const days = (expiresAt - now) / day;
  const when = new Date(expiresAt).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' });
  return `${when} (${days < 0 ? own.expired(Math.ceil(-days)) : own.expiresIn(days)})`;
};

const Summary = ({ token }: { token: TokenView }) => (
  <dl class="summary">
    <div>
      <dt>{own.grants}</dt>
      <dd>
        {token.grant}
        {token.source && <span class="muted"> {own.sources[token.source]}</span>}
      </dd>
    </div>
    <div>
      <dt>{own.expires}</dt>
      <dd>{expiryOf(token)}</dd>
    </div>
    <div>
      <dt>{own.usable}</dt>
      <dd>{own.usableOf(token.usable, token.served)}</dd>
    </div>
  </dl>
);

const Known = ({ token, query }: { token: TokenView; query: URLSearchParams }) => (
  <>
    {token.kind !== 'known' && (
      <p class="trouble" role="status">
        {own.kinds[token.kind]}: {token.reason}
      </p>
    )}
    <Summary token={token} />
    <Rights token={token} query={query} />
    {token.kind === 'known' && <Compare holder={token.holder} />}
  </>
);

/** The page. */
const TokenPage = ({ session, query }: PageProps) => {
  const { holders } = session.server;
  const holder = holders.find(({ id }) => id === query.get('holder')) ?? holders[0];
  const data = useData<TokenView>(holder ? `token?holder=${encodeURIComponent(holder.id)}` : null);
  return (
    <div class="token-page">
      <div class="head">
        <h1>{own.title}</h1>
        {holder && holders.length > 1 && (
          <Choice
            label={own.holder}
            value={holder.id}
            options={holders.map(({ id, name }) => [id, name])}
            onChoose={(id) => go(addressOf('token', { holder: id }))}
          />
        )}
        {data.state === 'here' && <code class="hint">{data.value.hint}</code>}
      </div>
      {!holder ? (
        <Empty>{own.none}</Empty>
      ) : data.state === 'waiting' ? (
        <Waiting />
      ) : data.state === 'failed' ? (
        <Failure message={data.message} again={data.again} />
      ) : (
        <Known token={data.value} query={query} />
      )}
    </div>
  );
};

export default TokenPage;
