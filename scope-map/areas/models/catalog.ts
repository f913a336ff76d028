// The models that DigitalOcean offers.
import type { Column } from '../../endpoint/reply.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

/** In dollars for a million tokens. */
const prices: readonly Column[] = [
  { name: 'input_price', at: 'pricing.input_price_per_million' },
  { name: 'output_price', at: 'pricing.output_price_per_million' },
];

/** Entries of the models that DigitalOcean offers. */
export const catalog = entriesOf(facts, {
  genai_list_models: {
    title: 'List models for agents and knowledge bases',
    description:
      'Lists models with the uuid that agents, knowledge bases and evaluations take, chunk sizes of embedding models, and prices per million tokens.',
    reply: pagedList('models'),
    view: {
      columns: [
        'uuid',
        'id',
        'name',
        'type',
        'provider',
        'lifecycle_status',
        'context_window',
        ...prices,
        'kb_default_chunk_size',
        'kb_max_chunk_size',
        'created_at',
      ],
    },
  },
  genai_list_model_catalog: {
    title: 'List the model catalog',
    description:
      'Compares all models by maker, abilities, limits and price per million tokens; model_id is the name to call one by. For the uuid that agents take see genai_list_models.',
    reply: {
      kind: 'list',
      key: 'data',
      paging: { style: 'numbered', largest: 100, size: 'limit', pages: 'meta.pages' },
    },
    view: {
      columns: [
        'id',
        'model_id',
        'name',
        'creator',
        'type',
        'capabilities',
        'availability',
        'context_window',
        'max_output_tokens',
        ...prices,
        'scaled_pricing_enabled',
      ],
    },
  },
  genai_get_model_catalog_card: {
    title: 'Get a model of the catalog',
    description:
      'Shows one model of the catalog with description, every price (batch, fast mode, by time of day) and, with detail full, code to call it.',
    reply: object('data'),
    view: { drops: ['code_snippets'] },
    says: { id: 'id of the model in genai_list_model_catalog.' },
  },
});
