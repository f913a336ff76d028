// What hangs on an agent: knowledge bases, functions, guardrails and other agents.
import { overwrites } from '../../entry/conditions.ts';
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { agentSecrets, agentView, childList } from './views.ts';

/** Every change of an attachment answers with the whole agent. */
const agent = { discloses: agentSecrets, reply: object('agent'), view: agentView };

const functionSays = { description: 'When to call it, in words for the model.' };

/** Entries of attachments. */
export const attachments = entriesOf(facts, {
  genai_attach_knowledge_base: {
    title: 'Attach a knowledge base',
    description: 'Lets an agent look things up in a knowledge base from now on.',
    effect: 'write',
    ...agent,
  },
  genai_attach_knowledge_bases: {
    title: 'Attach several knowledge bases',
    description:
      'Documented without a way to say which knowledge bases are meant: use genai_attach_knowledge_base for each instead.',
    effect: 'write',
    ...agent,
  },
  genai_detach_knowledge_base: {
    title: 'Detach a knowledge base',
    description:
      'Takes a knowledge base off an agent, which then answers without it; the knowledge base and its content stay.',
    ...agent,
  },
  genai_attach_agent_function: {
    title: 'Add a function to an agent',
    description:
      'Lets an agent call a serverless function that exists in DigitalOcean Functions, described so that the model knows when and how.',
    effect: 'write',
    ...agent,
    repeats: ['agent_uuid'],
    says: functionSays,
  },
  genai_update_agent_function: {
    title: "Update an agent's function",
    description:
      'Changes how an agent knows a function: its name, description, schemas, or which function is called.',
    conditions: [
      overwrites('input_schema', 'replaces what the agent knows about the input'),
      overwrites('output_schema', 'replaces what the agent knows about the output'),
    ],
    effect: 'write',
    ...agent,
    repeats: ['agent_uuid', 'function_uuid'],
    says: functionSays,
  },
  genai_detach_agent_function: {
    title: 'Take a function off an agent',
    description: 'Ends that an agent calls a function; the function itself stays deployed.',
    ...agent,
  },
  genai_attach_agent_guardrails: {
    title: 'Attach guardrails to an agent',
    description:
      'Puts guardrails (against jailbreaks, leaks of sensitive data, harmful content) in front of an agent; their checks are billed by tokens.',
    effect: 'write',
    cost: 'raises',
    ...agent,
    repeats: ['agent_uuid'],
  },
  genai_detach_agent_guardrail: {
    title: 'Detach a guardrail from an agent',
    description: 'Takes a guardrail off an agent, which then answers without that check.',
    ...agent,
  },
  genai_get_agent_children: {
    title: 'List child agents',
    description:
      'Lists the agents that an agent hands questions on to, each with its route and the case in which it is asked.',
    discloses: agentSecrets,
    reply: { kind: 'list', key: 'children', paging: { style: 'none' } },
    view: childList,
    says: { uuid: 'Id of the parent agent.' },
  },
  genai_attach_agent: {
    title: 'Add a child agent',
    description:
      'Lets an agent hand questions on to another agent in the case that you describe; both agents exist already.',
    effect: 'write',
    reply: object(null),
    repeats: ['parent_agent_uuid', 'child_agent_uuid'],
  },
  genai_update_attached_agent: {
    title: 'Change the route to a child agent',
    description: 'Changes the name of a route to a child agent, or the case in which it is asked.',
    rules: [{ kind: 'any_of', arguments: ['route_name', 'if_case'] }],
    effect: 'write',
    reply: object(null),
    repeats: ['parent_agent_uuid', 'child_agent_uuid'],
    says: { uuid: 'Id of the link, where it is known; the two agents name it already.' },
  },
  genai_detach_agent: {
    title: 'Detach a child agent',
    description: 'Ends that an agent hands questions on to another; both agents stay.',
    reply: object(null),
  },
});
