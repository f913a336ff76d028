// How the containers of an app are doing.

import { ok, type RouteReply } from '../../exchange/call.ts';
import type { App } from './app.ts';
import { builtComponents } from './spec.ts';

/** Kinds of component whose containers run all the time. */
const running = new Set(['services', 'workers']);

/** What an idle container uses, in percent. */
const idle = { cpu: 2, memory: 21 };

/** `GET …/health`: everything that is deployed is well; nothing is known of what is not. */
export const healthOf = (app: App): RouteReply => {
  const parts = app.active === null ? [] : builtComponents(app.active.spec);
  return ok({
    app_health: {
      components: parts
        .filter(({ kind }) => running.has(kind))
        .map(({ component }) => ({
          name: component.name,
          cpu_usage_percent: idle.cpu,
          memory_usage_percent: idle.memory,
          replicas_desired: component.instance_count ?? 1,
          replicas_ready: component.instance_count ?? 1,
          state: 'HEALTHY',
        })),
    },
  });
};
