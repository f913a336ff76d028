// The input facts distilled from DigitalOcean's OpenAPI document, gathered from one JSON file per area.
import account from './facts/account.json' with { type: 'json' };
import actions from './facts/actions.json' with { type: 'json' };
import apps from './facts/apps.json' with { type: 'json' };
import databases from './facts/databases.json' with { type: 'json' };
import domains from './facts/domains.json' with { type: 'json' };
import droplet_actions from './facts/droplet_actions.json' with { type: 'json' };
import droplets from './facts/droplets.json' with { type: 'json' };
import firewalls from './facts/firewalls.json' with { type: 'json' };
import images from './facts/images.json' with { type: 'json' };
import kubernetes from './facts/kubernetes.json' with { type: 'json' };
import load_balancers from './facts/load_balancers.json' with { type: 'json' };
import projects from './facts/projects.json' with { type: 'json' };
import regions from './facts/regions.json' with { type: 'json' };
import sizes from './facts/sizes.json' with { type: 'json' };
import snapshots from './facts/snapshots.json' with { type: 'json' };
import spaces_keys from './facts/spaces_keys.json' with { type: 'json' };
import ssh_keys from './facts/ssh_keys.json' with { type: 'json' };
import volumes from './facts/volumes.json' with { type: 'json' };
import vpcs from './facts/vpcs.json' with { type: 'json' };

/** A JSON Schema as the distiller writes it: types, ranges, enums and required only; no prose, no defaults. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
}

/** What DigitalOcean's document says about one operation, with our corrections already applied. */
export interface OperationFacts {
  readonly method: string;
  readonly path: string;
  /** Scopes as documented, in the shape of a requirement. */
  readonly scopes: readonly (readonly string[])[];
  readonly pathArguments: Readonly<Record<string, Schema>>;
  /** Query parameters without paging; `required` names those that must be sent. */
  readonly query: {
    readonly properties: Readonly<Record<string, Schema>>;
    readonly required: readonly string[];
  };
  /** The JSON body, or null when the operation takes none. */
  readonly body: Schema | null;
  /** Defaults that DigitalOcean applies by itself, by dotted argument path; told in descriptions, never sent. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  readonly success: number;
}

const distilled = {
  ...account,
  ...droplets,
  ...droplet_actions,
  ...kubernetes,
  ...databases,
  ...domains,
  ...load_balancers,
  ...volumes,
  ...snapshots,
  ...firewalls,
  ...apps,
  ...projects,
  ...spaces_keys,
  ...actions,
  ...regions,
  ...sizes,
  ...images,
  ...ssh_keys,
  ...vpcs,
};

/** Operation ids that the catalogue has facts for. */
export type OperationId = keyof typeof distilled;

/** The facts of every catalogued operation. Written by `npm run catalogue`, never by hand. */
export const facts = distilled as Readonly<Record<OperationId, OperationFacts>>;

/** Whether a text is the id of a catalogued operation. */
export const isOperationId = (text: string): text is OperationId => Object.hasOwn(distilled, text);
