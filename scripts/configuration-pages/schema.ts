// The JSON Schema of the configuration file, by which editors complete and check it.
import {
  choicesOf,
  type FileSetting,
  fileSettings,
} from '../../src/configuration/file/file-settings.ts';
import { areaWords } from '../../src/menu/presets.ts';

const itemsOf = ({ name, option }: FileSetting): object => {
  if (name === 'areas') return { type: 'string', enum: areaWords };
  const choices = choicesOf(option);
  return choices.length > 0 ? { type: 'string', enum: choices } : { type: 'string', minLength: 1 };
};

const schemaOf = (setting: FileSetting): object => {
  const { option } = setting;
  const description = option.says;
  if (option.kind === 'flag') return { type: 'boolean', description };
  if (option.kind === 'list')
    return { type: 'array', items: itemsOf(setting), minItems: 1, uniqueItems: true, description };
  const choices = choicesOf(option);
  return choices.length > 0
    ? { type: 'string', enum: choices, description }
    : { type: ['string', 'number'], description };
};

const properties = Object.fromEntries(
  fileSettings.map((setting) => [setting.key, schemaOf(setting)]),
);

/** The text of the schema. */
export const configurationSchema = `${JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Settings of do-mcp',
    type: 'object',
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors.' },
      ...properties,
      profiles: {
        type: 'object',
        description:
          'Settings by the name of a profile; --profile chooses one, which wins over those above.',
        additionalProperties: { $ref: '#/$defs/settings' },
      },
    },
    additionalProperties: false,
    $defs: { settings: { type: 'object', properties, additionalProperties: false } },
  },
  null,
  2,
)}\n`;
