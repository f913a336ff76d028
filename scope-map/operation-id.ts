// The ids of catalogued operations and the parameters of their paths, as types.
import index from './index.json' with { type: 'json' };

/** The id of a catalogued operation, as in DigitalOcean's document. */
export type OperationId = keyof typeof index;

/** The name of a parameter in the path of an operation. */
export type PathParameter<Id extends OperationId> = keyof (typeof index)[Id]['parameters'] & string;

/** Whether a text is the id of a catalogued operation. */
export const isOperationId = (text: string): text is OperationId => Object.hasOwn(index, text);
