// How people ask for what can be done with evaluations.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  genai_list_evaluation_datasets: {
    asked: [
      'which test questions do we have for the bot',
      'show datasets used to grade ai answers',
      'does our eval dataset have expected answers',
    ],
  },
  genai_create_evaluation_dataset: {
    asked: [
      'turn the uploaded csv into a test set for my agent',
      'add a set of questions to grade a model with',
    ],
  },
  genai_create_evaluation_dataset_file_upload_presigned_urls: {
    asked: ['where do i upload test questions for an agent', 'upload link for an agent eval csv'],
  },
  genai_create_model_eval_dataset_upload_presigned_urls: {
    asked: ['where do i upload test prompts for a model', 'upload link for a model benchmark file'],
  },
  genai_get_evaluation_dataset_download_url: {
    asked: ['download our test questions again', 'link to the file behind an eval dataset'],
  },
  genai_delete_evaluation_dataset: {
    asked: ['remove an old test set', 'throw away the questions we graded the bot with'],
  },
  genai_list_evaluation_metrics: {
    asked: [
      'how can the quality of my agent be measured',
      'which scores exist for chatbot answers',
      'is there a hallucination or toxicity score for agents',
    ],
  },
  genai_list_model_evaluation_metrics: {
    asked: [
      'what can i score a model by',
      'show our own llm judge metrics',
      'which presets use this metric',
    ],
  },
  genai_create_custom_evaluation_metric: {
    asked: [
      'grade answers by our own rules',
      'make a judge that checks the tone of replies',
      'define a new llm as judge score',
    ],
  },
  genai_update_custom_evaluation_metric: {
    asked: ['change the instructions of our judge', 'rename our scoring metric'],
  },
  genai_delete_custom_evaluation_metric: {
    asked: ['remove our own scoring metric', 'drop the tone judge'],
  },
  genai_list_evaluation_test_cases: {
    asked: ['what tests do we have for our agents', 'show all agent test cases'],
  },
  genai_list_evaluation_test_cases_by_workspace: {
    asked: ['tests of the agents in one workspace', 'which test cases belong to this workspace'],
    common: 0,
  },
  genai_get_evaluation_test_case: {
    asked: [
      'which dataset and scores does this test use',
      'show an older version of an agent test',
    ],
  },
  genai_create_evaluation_test_case: {
    asked: [
      'set up a quality test for the support bot',
      'define when an agent counts as good enough',
    ],
  },
  genai_update_evaluation_test_case: {
    asked: ['raise the passing score of an agent test', 'use other questions in a test case'],
  },
  genai_run_evaluation_test_case: {
    asked: [
      'test my agent now',
      'check whether the chatbot got worse',
      'grade two agents with the same questions',
    ],
    common: 2,
  },
  genai_list_evaluation_runs_by_test_case: {
    asked: ['how did our agents do in this test over time', 'past results of an agent test'],
  },
  genai_get_evaluation_run: {
    asked: ['did the agent pass', 'is the agent test finished', 'overall score of the bot'],
  },
  genai_get_evaluation_run_results: {
    asked: [
      'which questions did the bot get wrong',
      'answers and grades of an agent test one by one',
    ],
  },
  genai_get_evaluation_run_prompt_results: {
    asked: ['why did this one answer score badly', 'trace of one question in an agent test'],
    common: 0,
  },
  genai_list_model_evaluation_runs: {
    asked: [
      'which models have we benchmarked',
      'model evaluations that failed',
      'history of our llm comparisons',
    ],
  },
  genai_get_model_evaluation_run: {
    asked: [
      'how good was this model in the evaluation',
      'what did the benchmark cost',
      'latency of the model under test',
      'is the model evaluation done',
    ],
  },
  genai_create_model_evaluation_run: {
    asked: [
      'benchmark a model with our questions',
      'compare two llms on our data',
      'let one model judge the answers of another',
    ],
    common: 2,
  },
  genai_update_model_evaluation_run: {
    asked: ['rename a model benchmark', 'give an evaluation run a better name'],
    common: 0,
  },
  genai_cancel_model_evaluation_run: {
    asked: ['stop the benchmark that is running', 'abort a model evaluation'],
  },
  genai_delete_model_evaluation_run: {
    asked: ['remove an old model benchmark', 'clean up failed model evaluations'],
  },
  genai_get_model_evaluation_run_results_download_url: {
    asked: ['download all answers of a model benchmark', 'export evaluation results as a file'],
  },
  genai_list_model_evaluation_presets: {
    asked: ['saved settings for benchmarking models', 'which evaluation presets are there'],
  },
  genai_get_model_evaluation_preset: {
    asked: ['what is in this evaluation preset', 'which judge does the preset use'],
  },
  genai_delete_model_evaluation_preset: {
    asked: ['remove saved benchmark settings', 'delete an evaluation preset we no longer use'],
  },
};
