// The arguments of a tool, read out of its schema: a line each, and the schema whole for whoever wants it.
import type { EndpointDetails } from '../../../src/console/map/details.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { words } from '../../words.ts';

type Schema = EndpointDetails['schema'];
type Property = Schema['properties'][string];

const own = words.map.details;

const typeOf = ({ type, enum: values, items, anyOf }: Property): string => {
  if (values) return values.map(String).join(' | ');
  if (items) return `${[items.type ?? items.enum?.join(' | ') ?? ''].flat().join(' | ')}[]`;
  return [type ?? anyOf?.map((one) => one.type ?? '').join(' | ') ?? ''].flat().join(' | ');
};

/** The list of arguments. */
export const Arguments = ({ schema }: { schema: Schema }) => {
  const { properties, required = [] } = schema;
  const names = Object.entries(properties);
  const text = JSON.stringify(schema, null, 2);
  return (
    <section>
      <h3>{own.schema}</h3>
      {names.length === 0 ? (
        <p>{own.noArguments}</p>
      ) : (
        <dl class="arguments">
          {names.map(([name, property]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {required.includes(name) && <span class="mark">{own.required}</span>}
              </dt>
              <dd>
                <span class="muted type">{typeOf(property)}</span> {property.description ?? ''}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <details>
        <summary>{own.wholeSchema}</summary>
        <pre>{text}</pre>
        <CopyButton text={text} />
      </details>
    </section>
  );
};
