// The boxes to tick, grouped as DigitalOcean's form groups them, each with what it is for.
import type { PlanView } from '../../../src/console/plan/plan-view.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Scope } from '../../parts/marks.tsx';
import { words } from '../../words.ts';

const own = words.planner;

/** DigitalOcean's page on which a token is made. */
const form = 'https://cloud.digitalocean.com/account/api/tokens/new';

type Box = PlanView['plan']['groups'][number]['boxes'][number];

const BoxLine = ({ scope, action, for: tools, comesWith }: Box) => (
  <li class={tools.length > 0 ? 'box' : 'box along'}>
    <span class="box-action" title={scope}>
      {action}
    </span>
    <span class="muted">{tools.length > 0 ? own.neededFor(tools) : own.comesWith(comesWith)}</span>
  </li>
);

/** The checklist. */
export const Boxes = ({ view }: { view: PlanView }) => {
  const { plan, readOnly, checklist } = view;
  return (
    <section>
      <div class="head">
        <h2>
          <span role="status">{own.boxes(plan.scopes.length, plan.tools.length)}</span>
        </h2>
        {readOnly && <span class="badge">{own.readOnly}</span>}
        <CopyButton text={checklist} label={own.copyChecklist} />
        <CopyButton text={plan.scopes.join(',')} label={own.copyScopes} />
        <a href={form} rel="noreferrer" target="_blank">
          {own.openForm}
        </a>
      </div>
      <p class="muted">{own.formSays}</p>
      <dl class="boxes">
        {plan.groups.map(({ resource, boxes }) => (
          <div key={resource}>
            <dt>{resource}</dt>
            <dd>
              <ul>
                {boxes.map((box) => (
                  <BoxLine key={box.scope} {...box} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {plan.optional.length > 0 && (
        <details>
          <summary>
            {own.optional} ({plan.optional.length})
          </summary>
          <p class="muted">{own.optionalSays}</p>
          <ul>
            {plan.optional.map(({ scope, for: calls }) => (
              <li key={scope}>
                <Scope scope={scope} /> <span class="muted">{own.neededFor(calls)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
