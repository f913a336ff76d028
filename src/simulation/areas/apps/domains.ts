// Domains of an app: one whose DNS the account keeps is set up by itself, any other waits for its owner.
import { Assignables } from '../../things/belonging.ts';
import type { World } from '../../world/world.ts';
import type { App } from './app.ts';
import { derivedId } from './derived-id.ts';

/** Whether the account keeps the DNS of a name or of a domain above it. */
const isKept = (world: World, name: string): boolean => {
  const domains = world.of(Assignables).get('domain');
  const labels = name.replace(/^\*\./, '').split('.');
  return labels.some((_, index) => domains?.named(labels.slice(index).join('.')) !== undefined);
};

/** An app's domains as DigitalOcean shows them. */
export const domainViews = (world: World, app: App) =>
  (app.spec.domains ?? []).map((spec) => {
    const waits = isKept(world, spec.domain) ? 'ACTIVE' : 'CONFIGURING';
    return {
      id: derivedId(`domain ${app.id} ${spec.domain}`),
      spec,
      phase: app.active === null ? 'PENDING' : waits,
    };
  });
