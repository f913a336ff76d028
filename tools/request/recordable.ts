// The arguments of a call as a log or a record may hold them: without what is or may be a secret.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';
import { createRedactor, type Redactor } from '../secrets/redaction.ts';
import type { Arguments } from '../tool/tool.ts';

/** Makes arguments recordable, call after call: what it takes to look at those of an endpoint is kept. */
export const createRecordable = (): ((endpoint: Endpoint, given: Arguments) => Arguments) => {
  const redactors = new Map<Endpoint, Redactor>();
  return (endpoint, given) => {
    const { confidential } = endpoint;
    const redactor =
      redactors.get(endpoint) ??
      createRedactor(confidential && { kind: 'credential', fields: confidential });
    redactors.set(endpoint, redactor);
    const left = redactor.redact(given);
    return isObject(left) ? left : {};
  };
};

/**
 * A copy of the arguments in which everything that the endpoint calls confidential, and whatever looks like a
 * credential, is replaced by the redaction mark. Whoever writes arguments down takes them from here.
 */
export const recordable = (endpoint: Endpoint, given: Arguments): Arguments =>
  createRecordable()(endpoint, given);
