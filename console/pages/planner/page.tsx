// The least-privilege planner: what an agent shall do on one side, the boxes to tick for it on the other.

import type { PermissionMap } from '../../../src/console/map/row.ts';
import type { PlanView } from '../../../src/console/plan/plan-view.ts';
import { Empty, Failure, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { addressOf, go } from '../../state/address.ts';
import { useData } from '../../state/data.ts';
import { useLater } from '../../state/later.ts';
import { words } from '../../words.ts';
import { Boxes } from './boxes.tsx';
import { Files } from './files.tsx';
import { isNothing, queryOf, type Wish, wishIn } from './wish.ts';
import { Understanding, WishForm } from './wish-form.tsx';

const own = words.planner;

/** How long nobody types before the server is asked, in milliseconds. */
const pause = 200;

const change = (wish: Wish): void => go(addressOf('planner', queryOf(wish)), true);

const Planned = ({ wish }: { wish: Wish }) => {
  const body = useLater(JSON.stringify(wish), pause);
  const data = useData<PlanView>(isNothing(JSON.parse(body)) ? null : 'plan', body);
  if (isNothing(wish)) return <Empty>{own.empty}</Empty>;
  if (data.state === 'failed') return <Failure message={data.message} again={data.again} />;
  if (data.state === 'waiting') return <Waiting />;
  if (data.value.plan.tools.length === 0)
    return (
      <>
        <Understanding plan={data.value} />
        <Empty>{own.foundNothing}</Empty>
      </>
    );
  return (
    <>
      <Understanding plan={data.value} />
      <Boxes view={data.value} />
      <Files
        view={data.value}
        client={wish.client}
        onClient={(client) => change({ ...wish, client })}
      />
    </>
  );
};

/** The page. */
const PlannerPage = ({ query }: PageProps) => {
  const wish = wishIn(query);
  const map = useData<PermissionMap>('map');
  return (
    <div class="planner-page">
      <div class="head">
        <h1>{own.title}</h1>
        <p class="muted">{own.says}</p>
        {!isNothing(wish) && (
          <button type="button" class="quiet" onClick={() => go(addressOf('planner'))}>
            {own.clear}
          </button>
        )}
      </div>
      <div class="planner">
        {map.state === 'here' ? (
          <WishForm map={map.value} wish={wish} onChange={change} />
        ) : map.state === 'failed' ? (
          <Failure message={map.message} again={map.again} />
        ) : (
          <Waiting />
        )}
        <div class="plan">
          <Planned wish={wish} />
        </div>
      </div>
    </div>
  );
};

export default PlannerPage;
