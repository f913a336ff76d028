// What DigitalOcean's document says about the inputs of an operation.
import type { Method } from './effect.ts';

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
  readonly method: Method;
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
}
