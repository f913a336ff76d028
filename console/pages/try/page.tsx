// Trying a tool: choose one, fill in its form, and read what a model would be answered.
import type { EndpointDetails } from '../../../src/console/map/details.ts';
import type { PermissionMap } from '../../../src/console/map/row.ts';
import type { HolderView } from '../../../src/console/session-view.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { addressOf, go } from '../../state/address.ts';
import { useData } from '../../state/data.ts';
import { words } from '../../words.ts';
import { changed } from '../map/filters.ts';
import { CallForm } from './call-form.tsx';
import { ToolChoice } from './tool-choice.tsx';

const own = words.trying;

interface ChosenProps {
  readonly name: string;
  readonly holder: HolderView;
  readonly isSimulated: boolean;
}

const Chosen = ({ name, holder, isSimulated }: ChosenProps) => {
  const data = useData<EndpointDetails>(`map/${encodeURIComponent(name)}`);
  if (data.state === 'failed') return <Failure message={data.message} again={data.again} />;
  if (data.state === 'waiting' || data.value.row.name !== name) return <Waiting />;
  return <CallForm key={name} details={data.value} holder={holder.id} isSimulated={isSimulated} />;
};

const Trying = ({ session, query, holder }: PageProps & { readonly holder: HolderView }) => {
  const { holders, sandbox } = session.server;
  const map = useData<PermissionMap>('map');
  const name = query.get('tool') ?? '';
  return (
    <>
      {holders.length > 1 && (
        <Choice
          label={own.as}
          value={holder.id}
          options={holders.map((one) => [one.id, one.name] as const)}
          onChoose={(id) => go(addressOf('try', changed(query, 'holder', id)))}
        />
      )}
      {map.state === 'here' && <ToolChoice map={map.value} query={query} />}
      {map.state === 'failed' && <Failure message={map.message} again={map.again} />}
      {name === '' ? (
        <Empty>{own.choose}</Empty>
      ) : (
        <Chosen name={name} holder={holder} isSimulated={sandbox} />
      )}
    </>
  );
};

/** The page. */
const TryPage = (props: PageProps) => {
  const { session, query } = props;
  const { holders, sandbox } = session.server;
  const holder = holders.find(({ id }) => id === query.get('holder')) ?? holders[0];
  const mayTry = sandbox || session.role === 'operate';
  return (
    <div class="try-page">
      <h1>{own.title}</h1>
      <p class="muted">{own.says}</p>
      {!holder ? (
        <Empty>{own.noHolder}</Empty>
      ) : mayTry ? (
        <Trying {...props} holder={holder} />
      ) : (
        <Empty>{own.mayNot}</Empty>
      )}
    </div>
  );
};

export default TryPage;
