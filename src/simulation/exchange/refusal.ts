// Why the simulated DigitalOcean says no: a status, an id and a sentence, in DigitalOcean's own shape.

/** A refusal; thrown by whoever notices, turned into a reply in one place. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  /** DigitalOcean's slug of the status, such as `not_found`. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, where an endpoint has an error shape of its own. */
  readonly body: unknown;

  constructor(
    status: number,
    id: string,
    message: string,
    more: { readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } = {},
  ) {
    super(message);
    this.status = status;
    this.id = id;
    this.headers = more.headers ?? {};
    this.body = more.body;
  }
}

/** 400: the request itself is malformed. */
export const badRequest = (message: string): ApiRefusal =>
  new ApiRefusal(400, 'bad_request', message);

/** 401: the token is not one of the simulation's. */
export const unauthorized = (): ApiRefusal =>
  new ApiRefusal(401, 'unauthorized', 'Unable to authenticate you');

/** 403: a scope is missing. Like DigitalOcean it does not say which one. */
export const forbidden = (
  message = 'You are not authorized to perform this operation',
): ApiRefusal => new ApiRefusal(403, 'forbidden', message);

/** 404: nothing there under that id. */
export const notFound = (what = 'resource'): ApiRefusal =>
  new ApiRefusal(404, 'not_found', `The ${what} you asked for could not be found.`);

/** 409: it clashes with what exists. */
export const conflict = (message: string): ApiRefusal => new ApiRefusal(409, 'conflict', message);

/** 412: something else has to happen first. */
export const preconditionFailed = (message: string): ApiRefusal =>
  new ApiRefusal(412, 'precondition_failed', message);

/** 422: well-formed, but not possible. */
export const unprocessable = (message: string): ApiRefusal =>
  new ApiRefusal(422, 'unprocessable_entity', message);

/** 501: DigitalOcean can do this, the simulation cannot. Never a made-up success. */
export const notSimulated = (what: string): ApiRefusal =>
  new ApiRefusal(
    501,
    'not_simulated',
    `${what} is not part of the simulated DigitalOcean. Use a real account for it.`,
  );
