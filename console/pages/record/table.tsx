// Calls as a table of which only a window is drawn: what is far from what is seen is empty room of its height.
import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Link } from '../../parts/link.tsx';
import { words } from '../../words.ts';
import type { Call } from './calls.ts';

const own = words.record;

/** Rows that are drawn or left out together. */
const together = 50;
/** The height of a row until its neighbours were seen, in pixels. */
const usualHeight = 32;
/** How far beyond what is seen rows are drawn. */
const near = { rootMargin: '600px' };

// Made once: making it takes longer than a hundred rows.
const timeFormat = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

const timeText = (iso: string): string => timeFormat.format(new Date(iso));

interface RowProps {
  readonly call: Call;
  /** Its place among all, counted from 1; the head is the first. */
  readonly place: number;
  readonly href: string;
  readonly isOpen: boolean;
}

const isEffect = (effect: string | null): effect is keyof typeof own.effects =>
  effect !== null && effect in own.effects;

const Row = memo(
  ({ call, place, href, isOpen }: RowProps) => (
    <tr class={isOpen ? 'row open' : 'row'} aria-rowindex={place}>
      <td class="cell-time">
        <time dateTime={call.at}>{timeText(call.at)}</time>
      </td>
      <td class="cell-tool">
        <Link href={href} id={`call-${call.id}`} aria-current={isOpen ? 'true' : undefined}>
          {call.tool}
        </Link>
      </td>
      <td class="cell-agent">{call.agent}</td>
      <td class="cell-effect">
        {isEffect(call.effect) && (
          <span class={`mark effect-${call.effect}`}>{own.effects[call.effect]}</span>
        )}
      </td>
      <td class="cell-outcome">
        <span class={`outcome outcome-${call.outcome}`}>{own.outcomes[call.outcome]}</span>
        {call.result !== null && !(call.result in own.outcomes) && (
          <span class="muted"> {call.result}</span>
        )}
      </td>
      <td class="cell-ms">{call.ms !== null && own.milliseconds(call.ms)}</td>
    </tr>
  ),
  (one, other) =>
    one.isOpen === other.isOpen &&
    one.place === other.place &&
    one.href === other.href &&
    one.call.id === other.call.id &&
    one.call.outcome === other.call.outcome,
);

interface TableProps {
  readonly calls: readonly Call[];
  readonly open: string;
  readonly hrefOf: (id: string) => string;
  /** Asked when the end of what is here comes near. */
  readonly onEnd: () => void;
}

interface GroupProps extends Omit<TableProps, 'onEnd'> {
  /** How many calls stand above it. */
  readonly above: number;
}

const Group = ({ calls, above, open, hrefOf }: GroupProps) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(above === 0);
  const height = useRef(calls.length * usualHeight);
  useEffect(() => {
    const group = body.current;
    if (!group) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry) return;
      height.current = group.offsetHeight;
      // Whoever is at a row with the keyboard stays there.
      setNear(entry.isIntersecting || group.contains(document.activeElement));
    }, near);
    watch.observe(group);
    return () => watch.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {isNear ? (
        calls.map((call, index) => (
          <Row
            key={call.id}
            call={call}
            place={above + index + 2}
            href={hrefOf(call.id)}
            isOpen={call.id === open}
          />
        ))
      ) : (
        <tr>
          <td colSpan={6} style={{ height: `${height.current}px` }} />
        </tr>
      )}
    </tbody>
  );
};

const groupsOf = (calls: readonly Call[]): readonly (readonly Call[])[] =>
  [...Map.groupBy(calls.entries(), ([index]) => Math.floor(index / together)).values()].map(
    (entries) => entries.map(([, call]) => call),
  );

/** The table. */
export const RecordTable = ({ calls, open, hrefOf, onEnd }: TableProps) => {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!mark) return undefined;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) onEnd();
    }, near);
    watch.observe(mark);
    return () => watch.disconnect();
  }, [calls.length, onEnd]);
  const groups = useMemo(() => groupsOf(calls), [calls]);
  return (
    <>
      <table class="calls" aria-label={own.title} aria-rowcount={calls.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {Object.entries(own.columns).map(([name, text]) => (
              <th key={name} scope="col" class={`cell-${name}`}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, index) => (
          <Group key={index} calls={group} above={index * together} open={open} hrefOf={hrefOf} />
        ))}
      </table>
      <div ref={end} class="calls-end" />
    </>
  );
};
