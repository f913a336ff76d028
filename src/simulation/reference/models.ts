// Some of the models that DigitalOcean serves, by their public names. The ids are the simulation's own.

/** A model. */
export interface Model {
  readonly uuid: string;
  /** The name that programs call it by. */
  readonly id: string;
  readonly name: string;
  readonly usecases: readonly string[];
}

const agents = ['MODEL_USECASE_AGENT', 'MODEL_USECASE_SERVERLESS'] as const;
const knowledge = ['MODEL_USECASE_KNOWLEDGEBASE'] as const;

/** Models that agents speak with, and models that knowledge bases are indexed with. */
export const models: readonly Model[] = [
  {
    uuid: '3a1c5d52-7d0e-4c2f-9a41-0c6f2b6d1e01',
    id: 'llama3.3-70b-instruct',
    name: 'Llama 3.3 Instruct (70B)',
    usecases: agents,
  },
  {
    uuid: '3a1c5d52-7d0e-4c2f-9a41-0c6f2b6d1e02',
    id: 'openai-gpt-oss-120b',
    name: 'OpenAI GPT-oss-120b',
    usecases: [...agents, 'MODEL_USECASE_REASONING'],
  },
  {
    uuid: '3a1c5d52-7d0e-4c2f-9a41-0c6f2b6d1e03',
    id: 'mistral-nemo-instruct-2407',
    name: 'Mistral NeMo Instruct',
    usecases: agents,
  },
  {
    uuid: '3a1c5d52-7d0e-4c2f-9a41-0c6f2b6d1e04',
    id: 'gte-large-en-v1.5',
    name: 'GTE Large EN v1.5',
    usecases: knowledge,
  },
  {
    uuid: '3a1c5d52-7d0e-4c2f-9a41-0c6f2b6d1e05',
    id: 'all-mini-lm-l6-v2',
    name: 'All MiniLM L6 v2',
    usecases: knowledge,
  },
];

/** The model with an id for one use; undefined when there is none. */
export const modelFor = (uuid: string, usecase: string): Model | undefined =>
  models.find((model) => model.uuid === uuid && model.usecases.includes(usecase));

/** The one region in which agents and knowledge bases live that DigitalOcean's document names. */
export const agentRegions: readonly string[] = ['tor1'];
