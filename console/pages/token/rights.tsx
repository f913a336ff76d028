// Every right that a token can have, by resource: held, covered, missing, and how many tools need it.
import { Fragment } from 'preact';
import type { HeldGroup, HeldScope, TokenView } from '../../../src/console/token/token-view.ts';
import { Choice } from '../../parts/choice.tsx';
import { Link } from '../../parts/link.tsx';
import { Scope } from '../../parts/marks.tsx';
import { Empty } from '../../parts/states.tsx';
import { addressOf, go } from '../../state/address.ts';
import { words } from '../../words.ts';

const own = words.token;

type Shown = keyof typeof own.shows;

const isShown = (value: string | null): value is Shown => value !== null && value in own.shows;

const passes = ({ state, tools }: HeldScope, shown: Shown): boolean => {
  if (shown === 'missing') return state === 'missing' && tools > 0;
  if (shown === 'unused') return state === 'held' && tools === 0;
  return true;
};

const groupsOf = (groups: readonly HeldGroup[], shown: Shown): readonly HeldGroup[] =>
  groups.flatMap(({ resource, scopes }) => {
    const left = scopes.filter((scope) => passes(scope, shown));
    return left.length > 0 ? [{ resource, scopes: left }] : [];
  });

const Right = ({ scope, action, state, tools }: HeldScope) => (
  <li class={`right right-${state}`}>
    <Link
      href={addressOf('map', { permission: scope })}
      title={`${scope}: ${own.states[state]}; ${own.tools(tools)}`}
    >
      {action}
      <span class="unseen">
        {' '}
        {own.states[state]}; {own.tools(tools)}
      </span>
      <span class="count" aria-hidden="true">
        {tools}
      </span>
    </Link>
  </li>
);

/** The rights, all or those of one kind. */
export const Rights = ({ token, query }: { token: TokenView; query: URLSearchParams }) => {
  const asked = query.get('show');
  const shown = isShown(asked) ? asked : 'all';
  const groups = groupsOf(token.groups, shown);
  const show = (value: Shown): void =>
    go(
      addressOf('token', {
        holder: query.get('holder') ?? undefined,
        show: value === 'all' ? undefined : value,
      }),
    );
  return (
    <section>
      <div class="head">
        <h2>{own.rights}</h2>
        <Choice
          label={own.show}
          value={shown}
          options={[
            ['all', own.shows.all],
            ['missing', own.shows.missing],
            ['unused', own.shows.unused],
          ]}
          onChoose={show}
        />
      </div>
      <p class="muted">{own.rightsSay}</p>
      <ul class="legend" aria-hidden="true">
        {(['held', 'covered', 'missing'] as const).map((state) => (
          <li key={state} class={`right right-${state}`}>
            <span>{own.states[state]}</span>
          </li>
        ))}
      </ul>
      {groups.length === 0 ? (
        <Empty>{own.nothing}</Empty>
      ) : (
        <dl class="rights">
          {groups.map(({ resource, scopes }) => (
            <div key={resource}>
              <dt>
                {resource.split('_').map((part, at) => (
                  <Fragment key={part}>
                    {at > 0 && '_'}
                    {part}
                    <wbr />
                  </Fragment>
                ))}
              </dt>
              <dd>
                <ul>
                  {scopes.map((scope) => (
                    <Right key={scope.scope} {...scope} />
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {token.unknownScopes.length > 0 && (
        <p>
          {own.unknownScopes}:{' '}
          {token.unknownScopes.map((scope) => (
            <Scope key={scope} scope={`${scope} `} />
          ))}
        </p>
      )}
    </section>
  );
};
