// One call beside the record: with what it was called, what was decided, what came of it, and how it is put back.
import { Fragment } from 'preact';
import type { RecordedCallView } from '../../../src/console/record/record-view.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Failure, Waiting } from '../../parts/states.tsx';
import { useData } from '../../state/data.ts';
import { usePanel } from '../../state/panel.ts';
import { words } from '../../words.ts';

const own = words.record;

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const Value = ({ value }: { value: unknown }) =>
  isPlain(value) ? <span>{String(value)}</span> : <pre>{JSON.stringify(value, null, 2)}</pre>;

/** Fields that say nothing to people, or are said elsewhere. */
const unsaid: ReadonlySet<string> = new Set(['seq', 'prev', 'kind', 'id', 'tool', 'arguments']);

const fieldsOf = ({ line, end }: RecordedCallView): readonly (readonly [string, unknown])[] => {
  const of = (one: Readonly<Record<string, unknown>>, but: ReadonlySet<string>) =>
    Object.entries(one).filter(([name]) => !unsaid.has(name) && !but.has(name));
  if (!end) return of(line, new Set());
  const ended = of(end, new Set(['agent', 'at']));
  return [...of(line, new Set()), ['ended', end['at']], ...ended];
};

const nameOf = (name: string): string =>
  (own.fields as Readonly<Record<string, string>>)[name] ?? name.replaceAll('_', ' ');

const Known = ({ call }: { call: RecordedCallView }) => (
  <>
    <section>
      <h3>{own.arguments}</h3>
      <pre>{JSON.stringify(call.line['arguments'] ?? {}, null, 2)}</pre>
      <p class="muted">{own.redacted}</p>
    </section>
    <dl class="facts">
      <dt>{own.id}</dt>
      <dd>
        <code>{String(call.line['id'])}</code>
      </dd>
      {fieldsOf(call).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{nameOf(name)}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </Fragment>
      ))}
    </dl>
    {call.undo !== null && (
      <section>
        <h3>{own.undo}</h3>
        <p>{own.undoSays}</p>
        <pre>{`do-mcp undo ${call.undo}`}</pre>
        <CopyButton text={`do-mcp undo ${call.undo}`} />
      </section>
    )}
  </>
);

/** The panel; Escape closes it, and the row that it belongs to has the focus again. */
export const CallDetails = ({
  id,
  ended,
  onClose,
}: {
  id: string;
  /** How it ended as far as the list knows: asked for anew when that changes. */
  ended: string;
  onClose: () => void;
}) => {
  const data = useData<RecordedCallView>(`record/${encodeURIComponent(id)}?ended=${ended}`);
  const heading = usePanel(`call-${id}`, onClose);
  const call = data.state === 'here' && data.value.line['id'] === id ? data.value : undefined;
  return (
    <aside class="details" aria-label={own.of(id)}>
      <div class="details-head">
        <h2 ref={heading} tabIndex={-1}>
          {call ? String(call.line['tool']) : id}
        </h2>
        <button type="button" class="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      {call ? (
        <Known call={call} />
      ) : data.state === 'failed' ? (
        <Failure message={data.message} again={data.again} />
      ) : (
        <Waiting />
      )}
    </aside>
  );
};
