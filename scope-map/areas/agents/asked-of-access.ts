// How people ask for what can be done with AI agents: keys, providers, workspaces, regions.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const askedOfAccess: Askings = {
  genai_list_agent_api_keys: {
    asked: ['which keys open the bot', 'who has a key to our assistant', 'api keys of the chatbot'],
  },
  genai_create_agent_api_key: {
    asked: [
      'my website needs a key to talk to the bot',
      'get an api key for our assistant',
      'how do i call my agent from code',
    ],
  },
  genai_update_agent_api_key: {
    asked: ["rename the bot's key", 'give the chatbot key a better name'],
    common: 0,
  },
  genai_regenerate_agent_api_key: {
    asked: [
      "the bot's key leaked, replace it",
      'rotate the secret of the assistant',
      'new secret for the same chatbot key',
    ],
  },
  genai_delete_agent_api_key: {
    asked: ['revoke a key of the bot', 'lock out whoever uses the old assistant key'],
  },
  genai_list_workspaces: {
    asked: ['how are our bots grouped', 'show ai workspaces', 'which teams have agent spaces'],
  },
  genai_get_workspace: {
    asked: ['what is this ai workspace for', 'who made the workspace'],
  },
  genai_create_workspace: {
    asked: ['make a space for the marketing bots', 'group my assistants', 'new ai workspace'],
  },
  genai_update_workspace: {
    asked: ['rename the ai workspace', 'give the group of bots another description'],
    common: 0,
  },
  genai_delete_workspace: {
    asked: ['remove the empty ai workspace', 'get rid of a group of bots'],
  },
  genai_list_agents_by_workspace: {
    asked: ['which bots are in the marketing workspace', 'assistants of one group'],
  },
  genai_update_agents_workspace: {
    asked: ['move the bot into another workspace', 'put these assistants into the sales group'],
  },
  genai_list_datacenter_regions: {
    asked: [
      'where can ai agents run',
      'which datacenters have inference',
      'regions for gradient ai',
      'can i host a bot in europe',
    ],
  },
  genai_list_anthropic_api_keys: {
    asked: ['which claude keys are stored', 'our anthropic credentials'],
  },
  genai_get_anthropic_api_key: {
    asked: ['when was the claude key added', 'details of one anthropic key'],
  },
  genai_create_anthropic_api_key: {
    asked: [
      'use my own claude account for the bot',
      'add an anthropic key',
      'bring our own key for claude',
    ],
  },
  genai_update_anthropic_api_key: {
    asked: ['our claude key changed, store the new one', 'rotate the anthropic key'],
  },
  genai_delete_anthropic_api_key: {
    asked: ['remove the claude key', 'forget our anthropic credentials'],
  },
  genai_list_agents_by_anthropic_key: {
    asked: ['which bots use this claude key', 'what breaks if i remove the anthropic key'],
  },
  genai_list_openai_api_keys: {
    asked: ['which gpt keys are stored', 'our openai credentials'],
  },
  genai_get_openai_api_key: {
    asked: ['when was the gpt key added', 'details of one openai key'],
  },
  genai_create_openai_api_key: {
    asked: ['use my own gpt account for the bot', 'add an openai key', 'bring our own key for gpt'],
  },
  genai_update_openai_api_key: {
    asked: ['our gpt key changed, store the new one', 'rotate the openai key'],
  },
  genai_delete_openai_api_key: {
    asked: ['remove the gpt key', 'forget our openai credentials'],
  },
  genai_list_agents_by_openai_key: {
    asked: ['which bots use this gpt key', 'what breaks if i remove the openai key'],
  },
  genai_get_oauth2_url: {
    asked: [
      'connect google drive to the knowledge base',
      'let the bot read my dropbox',
      'consent link for dropbox',
    ],
  },
  genai_create_oauth2_dropbox_tokens: {
    asked: ['finish connecting dropbox', 'i have the dropbox code, get the refresh token'],
    common: 0,
  },
};
