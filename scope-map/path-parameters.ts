// The names that may stand between braces in a path, each with the sentence that describes it to a model.

/** Descriptions of path parameters; an endpoint may say it differently in `says`. */
export const pathParameters = {
  droplet_id: 'Droplet id',
} as const satisfies Record<string, string>;

/** A known path parameter. */
export type PathParameter = keyof typeof pathParameters;
