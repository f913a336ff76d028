// The form of a tool: its arguments, whether it is a dry run, and the button that calls.
import { useState } from 'preact/hooks';
import type { EndpointDetails } from '../../../src/console/map/details.ts';
import type { Tried } from '../../../src/console/try/tried.ts';
import { CostMark, EffectMark } from '../../parts/marks.tsx';
import { ask } from '../../state/api.ts';
import { words } from '../../words.ts';
import { Answer } from './answer.tsx';
import { argumentsIn, canBeDry, fieldsOf, type Texts, textsOf } from './arguments.ts';
import { Field } from './field.tsx';

const own = words.trying;

interface CallFormProps {
  readonly details: EndpointDetails;
  readonly holder: string;
  readonly isSimulated: boolean;
}

interface FieldsProps {
  readonly schema: EndpointDetails['schema'];
  readonly texts: Texts;
  readonly onText: (name: string, text: string) => void;
}

const Fields = ({ schema, texts, onText }: FieldsProps) => {
  const { needed, further } = fieldsOf(schema);
  const fields = (list: typeof needed, isNeeded: boolean) =>
    list.map(([name, property]) => (
      <Field
        key={name}
        {...{ name, property, isNeeded }}
        text={texts[name] ?? ''}
        onText={(text) => onText(name, text)}
      />
    ));
  if (needed.length + further.length === 0) return <p>{own.noArguments}</p>;
  return (
    <>
      {fields(needed, true)}
      {further.length > 0 && (
        <details open={needed.length === 0}>
          <summary>{own.optional(further.length)}</summary>
          {fields(further, false)}
        </details>
      )}
    </>
  );
};

/** The form, and the answer below it. */
export const CallForm = ({ details, holder, isSimulated }: CallFormProps) => {
  const { row, schema, example, description } = details;
  const [texts, setTexts] = useState<Texts>({});
  const [isDry, setDry] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const asksDry = canBeDry(schema);
  const call = async (): Promise<void> => {
    setTried(null);
    const meant = argumentsIn(schema, texts);
    if ('trouble' in meant) return setTrouble(meant.trouble);
    setTrouble(null);
    setBusy(true);
    try {
      const body = { holder, tool: row.name, arguments: meant.given, dry_run: isDry };
      setTried(await ask<Tried>('try', { body }));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form
        class="call"
        onSubmit={(event) => {
          event.preventDefault();
          void call();
        }}
      >
        <h2>
          <code>{row.name}</code> <EffectMark effect={row.effect} /> <CostMark cost={row.cost} />
        </h2>
        <p>{description}</p>
        {example !== null && Object.keys(example).length > 0 && (
          <button type="button" class="quiet" onClick={() => setTexts(textsOf(schema, example))}>
            {own.example}
          </button>
        )}
        <Fields
          schema={schema}
          texts={texts}
          onText={(name, text) => setTexts((before) => ({ ...before, [name]: text }))}
        />
        {asksDry ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={isDry}
              onChange={({ currentTarget }) => setDry(currentTarget.checked)}
            />
            {own.dryRun}
          </label>
        ) : (
          <p class="muted">{own.reads}</p>
        )}
        {asksDry && !isDry && <p class="changes">{isSimulated ? own.changes : own.changesReal}</p>}
        <button type="submit" disabled={isBusy}>
          {isBusy ? own.calling : asksDry && isDry ? own.preview : own.call}
        </button>
        {trouble !== null && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
      </form>
      {tried && <Answer tried={tried} />}
    </>
  );
};
