// Says what an agent shall do: a job in words, whole areas, single tools.
import { useState } from 'preact/hooks';
import type { PermissionMap } from '../../../src/console/map/row.ts';
import type { PlanView } from '../../../src/console/plan/plan-view.ts';
import { words } from '../../words.ts';
import { longestJob, type Wish, withArea, withTool } from './wish.ts';

const own = words.planner;

interface WishFormProps {
  readonly map: PermissionMap;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

const Areas = ({ map, wish, onChange }: WishFormProps) => (
  <table class="area-choice">
    <caption class="unseen">{own.areas}</caption>
    <thead>
      <tr>
        <th scope="col">{own.areas}</th>
        <th scope="col">{own.look}</th>
        <th scope="col">{own.change}</th>
      </tr>
    </thead>
    <tbody>
      {map.areas.map(({ area, title, sentence }) => (
        <tr key={area}>
          <th scope="row" title={sentence}>
            {title}
          </th>
          {(['look', 'change'] as const).map((how) => (
            <td key={how}>
              <input
                type="checkbox"
                aria-label={`${title}: ${own[how]}`}
                checked={wish.change.includes(area) || (how === 'look' && wish.look.includes(area))}
                onChange={() => onChange(withArea(wish, area, how))}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Tools = ({ map, wish, onChange }: WishFormProps) => {
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState('');
  const add = (event: Event): void => {
    event.preventDefault();
    const tool = name.trim();
    const isKnown = map.rows.some((row) => row.name === tool);
    setTrouble(isKnown ? '' : own.unknownTool);
    if (!isKnown) return;
    onChange(withTool(wish, tool, true));
    setName('');
  };
  return (
    <form onSubmit={add}>
      <label for="tool" class="field-name">
        {own.tools}
      </label>
      <div class="with-button">
        <input
          id="tool"
          list="tools"
          spellcheck={false}
          autocomplete="off"
          maxLength={64}
          placeholder={own.addTool}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit">{own.add}</button>
      </div>
      <datalist id="tools">
        {map.rows.map((row) => (
          <option key={row.name} value={row.name}>
            {row.title}
          </option>
        ))}
      </datalist>
      {trouble !== '' && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <ul class="chips">
        {wish.tools.map((tool) => (
          <li key={tool}>
            <code>{tool}</code>
            <button
              type="button"
              class="quiet"
              aria-label={own.remove(tool)}
              onClick={() => onChange(withTool(wish, tool, false))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
};

/** The form. */
export const WishForm = (props: WishFormProps) => {
  const { wish, onChange } = props;
  return (
    <div class="wish">
      <div>
        <label for="job" class="field-name">
          {own.job}
        </label>
        <textarea
          id="job"
          rows={2}
          maxLength={longestJob}
          placeholder={own.jobHint}
          value={wish.job}
          onInput={({ currentTarget }) => onChange({ ...wish, job: currentTarget.value })}
        />
      </div>
      <Tools {...props} />
      <div class="area-list">
        <Areas {...props} />
      </div>
    </div>
  );
};

/** What a job in words was taken for, part by part. */
export const Understanding = ({ plan }: { plan: PlanView }) =>
  plan.asked.length === 0 ? null : (
    <section>
      <h2>{own.understood}</h2>
      <dl class="understood">
        {plan.asked.map(({ wish, tools, unmatched, assumed }) => (
          <div key={wish}>
            <dt>{wish}</dt>
            <dd>
              {tools.length === 0 ? own.nothingFound : <code>{tools.join(', ')}</code>}
              {unmatched.length > 0 && <span class="muted"> {own.unmatched(unmatched)}</span>}
              {assumed !== null && <span class="muted"> {assumed}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
