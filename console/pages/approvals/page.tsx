// What waits for a person's answer, as it comes; and what was answered before.
import { useEffect, useRef } from 'preact/hooks';
import type { ApprovalList } from '../../../src/http/approvals/approvals-doors.ts';
import { Empty, Waiting } from '../../parts/states.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { useStream } from '../../state/stream.ts';
import { words } from '../../words.ts';
import { Notify } from './notify.tsx';
import { Question } from './question.tsx';

const own = words.approvals;

type Approval = ApprovalList['approvals'][number];

/** The title counts, and whoever allowed it is told of what is new. */
const useAttention = (open: readonly Approval[]): void => {
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    document.title = `${own.titleWith(open.length)} · ${words.brand}`;
    const before = known.current;
    known.current = new Set(open.map(({ id }) => id));
    if (before === null || !('Notification' in window)) return;
    if (Notification.permission !== 'granted') return;
    for (const { id, agent, tool } of open)
      if (!before.has(id)) new Notification(own.newQuestion(agent, tool), { tag: id });
  }, [open.map(({ id }) => id).join()]);
};

const Earlier = ({ approval }: { approval: Approval }) => (
  <li>
    <span class="mark">{own.standings[approval.standing]}</span> <code>{approval.tool}</code>{' '}
    {own.asks(approval.agent)}
    {approval.answer && (
      <span class="muted">
        {' '}
        {own.answered(approval.answer.approves, approval.answer.by, approval.answer.door)}
        {approval.answer.reason !== null && `: ${approval.answer.reason}`}
      </span>
    )}
  </li>
);

/** The page. */
const ApprovalsPage = ({ session }: PageProps) => {
  const { value, isConnected } = useStream<ApprovalList>('approvals-now');
  const all = value?.approvals ?? [];
  const open = all.filter(({ standing }) => standing === 'open');
  const earlier = all.filter(({ standing }) => standing !== 'open');
  useAttention(open);
  return (
    <div class="approvals-page">
      <div class="head">
        <h1>{own.title}</h1>
        <p role="status">{isConnected ? value && own.waiting(open.length) : own.reconnecting}</p>
        <Notify />
      </div>
      {session.role === 'look' && <p class="muted">{own.mayNotAnswer}</p>}
      {!value && isConnected && <Waiting />}
      <ul class="questions">
        {open.map((approval) => (
          <li key={approval.id}>
            <Question approval={approval} mayAnswer={session.role !== 'look'} />
          </li>
        ))}
      </ul>
      {value && (
        <section>
          <h2>{own.earlier}</h2>
          {earlier.length === 0 ? (
            <Empty>{own.noneEarlier}</Empty>
          ) : (
            <ul class="earlier">
              {earlier.map((approval) => (
                <Earlier key={approval.id} approval={approval} />
              ))}
            </ul>
          )}
          {value.left_out > 0 && <p class="muted">{own.leftOut(value.left_out)}</p>}
        </section>
      )}
    </div>
  );
};

export default ApprovalsPage;
