// One endpoint beside the map: everything that is known of it.
import type { EndpointDetails } from '../../../src/console/map/details.ts';
import type { Standing } from '../../../src/console/map/row.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Link } from '../../parts/link.tsx';
import { CostMark, EffectMark, MethodMark, StandingMark } from '../../parts/marks.tsx';
import { Path } from '../../parts/path.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { addressOf } from '../../state/address.ts';
import { useData } from '../../state/data.ts';
import { usePanel } from '../../state/panel.ts';
import { words } from '../../words.ts';
import { Arguments } from './arguments.tsx';
import { Facts, Harm, Permission } from './facts.tsx';

const own = words.map.details;

const Stands = ({ standing }: { standing: Standing }) => (
  <section>
    <h3>{own.standing}</h3>
    <p>
      <StandingMark standing={standing} />{' '}
      {standing.state === 'granted'
        ? standing.depends && words.map.dependsOn(standing.depends)
        : standing.reason}
    </p>
  </section>
);

const Example = ({ details }: { details: EndpointDetails }) => {
  const { row, example } = details;
  if (example === null) return null;
  const text = JSON.stringify({ name: row.name, arguments: example }, null, 2);
  return (
    <section>
      <h3>{own.example}</h3>
      <pre>{text}</pre>
      <CopyButton text={text} />
    </section>
  );
};

const Known = ({
  details,
  standing,
}: {
  details: EndpointDetails;
  standing: Standing | undefined;
}) => {
  const { row, description, formerNames, insteadUse, link } = details;
  return (
    <>
      <p>{description}</p>
      <p class="marks">
        <EffectMark effect={row.effect} />
        <CostMark cost={row.cost} />
      </p>
      {insteadUse !== undefined && (
        <p class="trouble">
          {own.insteadUse}: {insteadUse}
        </p>
      )}
      {standing && <Stands standing={standing} />}
      <Permission details={details} />
      {details.harm && <Harm harm={details.harm} />}
      <Facts details={details} />
      <section>
        <h3>{own.tool}</h3>
        <p>
          <code>{row.name}</code>
        </p>
        {formerNames.length > 0 && (
          <p class="muted">
            {own.formerNames}: {formerNames.join(', ')}
          </p>
        )}
      </section>
      <Arguments schema={details.schema} />
      <Example details={details} />
      <p>
        <Link href={addressOf('try', { tool: row.name })}>{own.tryIt}</Link>
      </p>
      <p>
        <a href={link} rel="noreferrer" target="_blank">
          {own.link}
        </a>
      </p>
    </>
  );
};

interface DetailsProps {
  readonly name: string;
  readonly standing: Standing | undefined;
  readonly onClose: () => void;
}

/** The panel; Escape closes it, and the row that it belongs to has the focus again. */
export const Details = ({ name, standing, onClose }: DetailsProps) => {
  const data = useData<EndpointDetails>(`map/${encodeURIComponent(name)}`);
  const heading = usePanel(`row-${name}`, onClose);
  const details = data.state === 'here' && data.value.row.name === name ? data.value : undefined;
  return (
    <aside class="details" aria-label={own.of(name)}>
      <div class="details-head">
        <h2 ref={heading} tabIndex={-1}>
          {details ? (
            <>
              <MethodMark method={details.row.method} /> <Path path={details.row.path} />
            </>
          ) : (
            name
          )}
        </h2>
        <button type="button" class="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {details ? (
        <Known details={details} standing={standing} />
      ) : data.state === 'failed' ? (
        <Failure message={data.message} again={data.again} />
      ) : (
        <Waiting />
      )}
    </aside>
  );
};
