// What is known of an endpoint besides its arguments: its permission, what it destroys, limits, cost, life cycle.
import type { ComponentChildren } from 'preact';
import type { EndpointDetails, HarmView, ScopeNeed } from '../../../src/console/map/details.ts';
import { Scope } from '../../parts/marks.tsx';
import { words } from '../../words.ts';

const own = words.map.details;

const Need = ({ scope, brings }: ScopeNeed) => (
  <li>
    <Scope scope={scope} />
    {brings.length > 0 && (
      <span class="muted">
        {' '}
        {own.brings} {brings.join(', ')}
      </span>
    )}
  </li>
);

/** What a token needs, and who else covers it. */
export const Permission = ({ details }: { details: EndpointDetails }) => {
  const { alternatives, conditions, coveredBy } = details;
  return (
    <section>
      <h3>{own.permission}</h3>
      {alternatives.length > 1 && <p>{own.oneOf}</p>}
      {alternatives.map((all) => (
        <ul key={all.map(({ scope }) => scope).join()} class="needs">
          {all.length === 0 && <li>{words.map.anyToken}</li>}
          {all.map((need) => (
            <Need key={need.scope} {...need} />
          ))}
        </ul>
      ))}
      {conditions.length > 0 && (
        <>
          <h4>{own.conditional}</h4>
          <ul>
            {conditions.map(({ when, needs, effect, cost, loses }) => (
              <li key={`${when} ${needs.join()} ${effect ?? ''}`}>
                {own.when} {when}:{' '}
                {[
                  needs.length > 0 ? `${own.needs} ${needs.join(', ')}` : '',
                  effect ? words.map.effects[effect] : '',
                  loses ?? '',
                  cost ? words.map.costs[cost] : '',
                ]
                  .filter((part) => part !== '')
                  .join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted">
        {own.coveredBy} {coveredBy.join(', ')}
      </p>
    </section>
  );
};

/** What a destroying call takes with it. */
export const Harm = ({ harm }: { harm: HarmView }) => (
  <section class="harm">
    <h3>{own.destroys}</h3>
    {harm.losesData !== 'never' && <p>{own.losesData[harm.losesData]}</p>}
    {harm.nothingHangs !== undefined && <p>{harm.nothingHangs}</p>}
    {harm.hangs.length > 0 && (
      <ul>
        {harm.hangs.map(({ kind, fate }) => (
          <li key={`${kind} ${fate}`}>
            {kind}: {own.fates[fate]}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** Facts, each a name and a sentence. */
export const Facts = ({ details }: { details: EndpointDetails }) => {
  const { row, actsOn, version, limits, prices, gives, lifeCycle } = details;
  return (
    <dl class="facts">
      <Fact name={own.actsOn}>{actsOn.length > 0 ? actsOn.join(', ') : own.wholeAccount}</Fact>
      <Fact name={own.cost}>{[`${words.map.costs[row.cost]}.`, ...prices].join(' ')}</Fact>
      {gives && <Fact name={own.gives}>{own.givesFields(gives.kind, gives.fields)}</Fact>}
      {lifeCycle && (
        <Fact name={own.lifeCycle}>
          {own.lasts(lifeCycle.what, lifeCycle.usually)}{' '}
          {own.ends(lifeCycle.done, lifeCycle.failed)}
        </Fact>
      )}
      <Fact name={own.limits}>{limits.join(' ')}</Fact>
      <Fact name={own.version}>{version}</Fact>
      <Fact name={own.webhook}>{own.noWebhook}</Fact>
    </dl>
  );
};
