// What goes with knowledge bases: what was indexed, and what agents answer from.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, each, its, look } from '../../entry/looks.ts';

const baseAt = (parameter: string): Thing => ({
  look: look('genai_get_knowledge_base', { uuid: argument(parameter) }),
  details: [
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
});

const sourcesAt = (parameter: string): Hanging => ({
  kind: 'data source',
  asks: 'which data sources it has',
  fate: 'destroyed',
  look: look('genai_list_knowledge_base_data_sources', {
    knowledge_base_uuid: argument(parameter),
  }),
  named: 'bucket_name',
  note: 'the buckets and websites themselves stay',
});

const agentsAt = (parameter: string): Hanging => ({
  kind: 'agent',
  asks: 'which agents answer from it',
  fate: 'loses',
  over: { look: look('genai_list_agents', {}), most: 5, noun: 'agents' },
  look: look('genai_get_agent', { uuid: each('uuid') }),
  belongs: [{ at: 'knowledge_bases.uuid', is: argument(parameter) }],
});

const store: Hanging = {
  kind: 'database cluster',
  asks: 'where its content is kept',
  fate: 'keeps_costing',
  look: look('databases_get_cluster', { database_cluster_uuid: its('database_id') }),
};

/** By operation id. */
export const harms: Harms = {
  genai_update_knowledge_base: {
    kind: 'knowledge base',
    known: 'uuid',
    thing: baseAt('uuid'),
    hangs: [store, { ...agentsAt('uuid'), fate: 'stays', note: 'answering from the new store' }],
  },
  genai_delete_knowledge_base: {
    kind: 'knowledge base',
    known: 'uuid',
    thing: baseAt('uuid'),
    losesData: true,
    hangs: [sourcesAt('uuid'), store, agentsAt('uuid')],
  },
  genai_delete_knowledge_base_data_source: {
    kind: 'data source',
    known: 'data_source_uuid',
    thing: {
      look: look('genai_list_knowledge_base_data_sources', {
        knowledge_base_uuid: argument('knowledge_base_uuid'),
      }),
      belongs: [{ at: 'uuid', is: argument('data_source_uuid') }],
      named: 'bucket_name',
      details: [
        { at: 'item_path' },
        { at: 'region', says: 'in {}' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'knowledge base',
        asks: 'of which knowledge base it is',
        fate: 'loses',
        look: baseAt('knowledge_base_uuid').look,
        note: 'with all that was indexed from it',
      },
      agentsAt('knowledge_base_uuid'),
    ],
  },
  genai_delete_scheduled_indexing: {
    kind: 'schedule of indexing',
    known: 'uuid',
    nothingHangs:
      'a schedule is only read by its knowledge base, which the call does not name; what was indexed stays',
  },
};
