// How people ask for what can be done with AI agents: those of the agents and what hangs on them.
import type { Askings } from '../../endpoint/asking.ts';
import { askedOfAccess } from './asked-of-access.ts';

/** Requests by operation id. */
export const asked: Askings = {
  ...askedOfAccess,
  genai_list_agents: {
    asked: ['which chatbots do we run', 'show my ai assistants', 'what bots are live and where'],
    common: 2,
  },
  genai_get_agent: {
    asked: [
      'what prompt does our bot have',
      'which model answers in the support bot',
      'is my assistant up yet',
      'what tools and documents does the bot use',
    ],
  },
  genai_create_agent: {
    asked: [
      'build a support chatbot',
      'make me an ai assistant for our shop',
      'set up a bot with llama',
      'deploy a new assistant that answers from our docs',
    ],
    common: 2,
  },
  genai_update_agent: {
    asked: [
      "change the bot's prompt",
      'let the assistant search the web',
      'make the bot less creative',
      'switch our chatbot to another model',
      'connect an mcp server to the bot',
    ],
  },
  genai_delete_agent: {
    asked: ['get rid of the test bot', 'remove our old assistant', 'throw the chatbot away'],
  },
  genai_update_agent_deployment_visibility: {
    asked: [
      'make the chatbot public',
      'hide the bot from the internet',
      'switch the assistant off for now',
      'who can reach our bot should be limited',
    ],
  },
  genai_get_agent_usage: {
    asked: [
      'how many tokens did the bot burn this month',
      'how much is the assistant used',
      'why is the chatbot so expensive',
    ],
  },
  genai_list_agent_versions: {
    asked: [
      'who changed the bot last week',
      'older versions of our assistant',
      'history of prompt changes',
    ],
  },
  genai_rollback_to_agent_version: {
    asked: [
      'undo the last change to the bot',
      'the assistant got worse, put it back as it was',
      'restore the earlier prompt',
    ],
  },
  genai_attach_knowledge_base: {
    asked: [
      'let the bot answer from our docs',
      'give the assistant access to the faq knowledge',
      'connect a knowledge base to the chatbot',
    ],
  },
  genai_attach_knowledge_bases: {
    asked: ['connect all knowledge bases to the bot at once'],
    common: 0,
  },
  genai_detach_knowledge_base: {
    asked: [
      'the bot should not use the old docs any more',
      'disconnect the knowledge base from the assistant',
    ],
  },
  genai_attach_agent_function: {
    asked: [
      'let the bot look up orders with my function',
      'give the assistant a tool to call',
      'hook a serverless function into the chatbot',
    ],
  },
  genai_update_agent_function: {
    asked: [
      'change when the bot calls my function',
      'fix the input schema of the tool',
      'point the tool of the assistant at another function',
    ],
    common: 0,
  },
  genai_detach_agent_function: {
    asked: ['the bot should no longer call my function', 'take the tool away from the assistant'],
  },
  genai_attach_agent_guardrails: {
    asked: [
      'stop people from jailbreaking the bot',
      'keep personal data out of answers',
      'add content moderation to the assistant',
    ],
  },
  genai_detach_agent_guardrail: {
    asked: ['turn off moderation for the bot', 'take the jailbreak check off the assistant'],
  },
  genai_get_agent_children: {
    asked: [
      'which bots does the main bot hand over to',
      'how are questions routed between assistants',
      'sub agents of our assistant',
    ],
  },
  genai_attach_agent: {
    asked: [
      'let the main bot pass billing questions to the billing bot',
      'add a sub agent',
      'route some questions to another assistant',
    ],
  },
  genai_update_attached_agent: {
    asked: [
      'change when the main bot hands over',
      'rename the route to the billing bot',
      'adjust the condition for a sub agent',
    ],
    common: 0,
  },
  genai_detach_agent: {
    asked: ['stop handing questions to the billing bot', 'unlink a sub agent', 'end the handover'],
  },
};
