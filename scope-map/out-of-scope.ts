// Documented operations that the catalogue leaves to others, with the reason.

const elsewhere =
  'answered by an inference host for a model access key: it takes prompts, and manages nothing of the account';

/** Operation ids with the reason for which they are no tools. */
export const outOfScope: Readonly<Record<string, string>> = {
  inference_create_chat_completion: elsewhere,
  inference_create_messages: elsewhere,
  inference_create_embedding: elsewhere,
  inference_create_image: elsewhere,
  inference_create_response: elsewhere,
  inference_create_async_invoke: elsewhere,
  inference_list_models: elsewhere,
  inference_create_batch_file: elsewhere,
  inference_upload_batch_file: elsewhere,
  inference_create_batch: elsewhere,
  inference_list_batches: elsewhere,
  inference_get_batch: elsewhere,
  inference_get_batch_results: elsewhere,
  inference_cancel_batch: elsewhere,
  agentInference_create_chat_completion:
    'answered by the host of one agent for a key of that agent: it talks to the agent, and manages nothing of the account',
};
