// A request to DigitalOcean's API, before it knows host, token or connection.
import type { Method } from '../../scope-map/endpoint.ts';

/** What is asked of the API; built from arguments, sent by the client. */
export interface ApiRequest {
  readonly method: Method;
  /** Encoded path, starting with `/v2/`. */
  readonly path: string;
  /** Query parameters in order; a list argument repeats its name. */
  readonly query: readonly (readonly [string, string])[];
  /** JSON body, or absent. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}
