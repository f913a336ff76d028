// One argument of a form: its name, what it is, and a field of its kind.
import { words } from '../../words.ts';
import { kindOf, type Property, valuesOf } from './arguments.ts';

const own = words.trying;

interface FieldProps {
  readonly name: string;
  readonly property: Property;
  readonly isNeeded: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** As much as a field takes, in characters. */
const longestText = 10_000;
const longestJson = 100_000;

const Input = ({ name, property, isNeeded, text, onText }: FieldProps) => {
  const kind = kindOf(property);
  const shared = { id: `argument-${name}`, 'aria-describedby': `about-${name}`, value: text };
  if (kind === 'choice')
    return (
      <select
        {...shared}
        required={isNeeded}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      >
        <option value="">{own.notGiven}</option>
        {valuesOf(property)
          .map(String)
          .map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
      </select>
    );
  if (kind === 'list' || kind === 'json')
    return (
      <textarea
        {...shared}
        rows={kind === 'json' ? 4 : 2}
        spellcheck={false}
        required={isNeeded}
        maxLength={longestJson}
        placeholder={kind === 'json' ? own.jsonHint : own.listHint}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    );
  return (
    <input
      {...shared}
      type="text"
      inputMode={kind === 'number' ? 'numeric' : 'text'}
      autocomplete="off"
      spellcheck={false}
      required={isNeeded}
      maxLength={longestText}
      onInput={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
};

/** The field. */
export const Field = (props: FieldProps) => {
  const { name, property, isNeeded } = props;
  return (
    <div class="argument">
      <label for={`argument-${name}`}>
        <code>{name}</code> {isNeeded && <span class="mark">{own.required}</span>}
      </label>
      <Input {...props} />
      <p id={`about-${name}`} class="muted">
        {property.description ?? ''}
      </p>
    </div>
  );
};
