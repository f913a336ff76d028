// How people ask for serverless functions, their schedules and keys.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  functions_list_namespaces: {
    asked: [
      'do we run serverless functions',
      'which lambda namespaces are there',
      'where do our cloud functions live',
    ],
  },
  functions_get_namespace: {
    asked: [
      'host name of my functions namespace',
      'details of one functions namespace',
      'what is the url our functions are served from',
    ],
  },
  functions_create_namespace: {
    asked: [
      'set up serverless',
      'i want to deploy cloud functions in amsterdam',
      'new home for lambda functions',
    ],
  },
  functions_delete_namespace: {
    asked: ['remove all functions of the test project', 'tear down a serverless namespace'],
  },
  functions_list_triggers: {
    asked: [
      'which functions run on a schedule',
      'show serverless cron jobs',
      'when does the cleanup function run next',
    ],
  },
  functions_get_trigger: {
    asked: ['did the nightly function run', 'what is the schedule of this trigger'],
  },
  functions_create_trigger: {
    asked: [
      'run my function every morning',
      'call a serverless function each hour',
      'add a cron job for a function',
    ],
  },
  functions_update_trigger: {
    asked: [
      'pause the scheduled function',
      'change how often the function runs',
      'resume a stopped trigger',
    ],
  },
  functions_delete_trigger: {
    asked: ['stop running the function on a schedule for good', 'delete a serverless cron job'],
  },
  functionsAccessKey_list: {
    asked: [
      'who can call our functions',
      'which keys does the functions namespace have',
      'does a serverless key expire soon',
    ],
  },
  functionsAccessKey_create: {
    asked: [
      'key so that ci can call the functions',
      'make a secret for invoking serverless functions',
    ],
  },
  functionsAccessKey_update: {
    asked: ['rename a functions key'],
    common: 0,
  },
  functionsAccessKey_delete: {
    asked: ['revoke a functions key', 'lock out whoever calls our functions with the old key'],
  },
};
