// How people ask for what can be done with models.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  genai_list_models: {
    asked: [
      'which llms can i use for my chatbot',
      'what embedding models are there',
      'find the uuid of the llama model',
      'which models work for guardrails or reasoning',
    ],
    common: 2,
  },
  genai_list_model_catalog: {
    asked: [
      'compare what the ai models cost',
      'cheapest model per million tokens',
      'which model has the longest context',
      'is claude or gpt offered here',
    ],
    common: 2,
  },
  genai_get_model_catalog_card: {
    asked: [
      'tell me everything about this ai model',
      'batch price of one llm',
      'sample code to call a model',
      'can that model read pictures',
    ],
  },
  genai_list_custom_models: {
    asked: [
      'which models did we upload ourselves',
      'our own imported llms and what they cost',
      'show models brought from hugging face',
    ],
  },
  genai_get_custom_model: {
    asked: [
      'has the model import finished',
      'why did importing our model fail',
      'which deployments run our own model',
    ],
  },
  genai_import_custom_model: {
    asked: [
      'bring a model from hugging face',
      'upload our fine tuned llm from a bucket',
      'use my own weights here',
    ],
  },
  genai_update_custom_model_metadata: {
    asked: [
      'rename our imported model',
      'label a custom model as production',
      'set the license of my own model',
    ],
  },
  genai_delete_custom_model: {
    asked: ['get rid of an imported model', 'stop paying for the weights we uploaded'],
  },
  genai_list_model_api_keys: {
    asked: [
      'which keys can call the llms',
      'list inference access keys',
      'who made the model access keys and when',
    ],
  },
  genai_create_model_api_key: {
    asked: ['make an access key for serverless inference', 'new api key to call models'],
    common: 0,
  },
  genai_update_model_api_key: {
    asked: ['rename a model access key', 'give the inference key a better name'],
    common: 0,
  },
  genai_regenerate_model_api_key: {
    asked: [
      'our inference key leaked, rotate it',
      'new secret for a model access key',
      'roll the key that calls the llm',
    ],
  },
  genai_delete_model_api_key: {
    asked: ['revoke an inference access key', 'remove the model key of a former colleague'],
  },
  genai_list_model_routers: {
    asked: [
      'which model routers exist',
      'how are requests spread over llms',
      'show our llm routing setups',
    ],
  },
  genai_get_model_router: {
    asked: ['which model answers coding questions in this router', 'show the rules of a router'],
  },
  genai_create_model_router: {
    asked: [
      'send simple prompts to a cheap model and hard ones to a good one',
      'pick the llm automatically by task',
      'set up model routing with a fallback',
    ],
  },
  genai_update_model_router: {
    asked: [
      'change the fallback model of a router',
      'add a task to our llm routing',
      'prefer the fastest model for summaries',
    ],
  },
  genai_delete_model_router: {
    asked: ['remove a model router', 'stop routing between llms'],
  },
  genai_list_model_router_presets: {
    asked: ['ready made setups for a model router', 'templates for routing between models'],
    common: 0,
  },
  genai_list_model_router_task_presets: {
    asked: ['what tasks can a model router tell apart', 'task slugs for routing policies'],
    common: 0,
  },
};
