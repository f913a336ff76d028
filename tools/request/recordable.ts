// The arguments of a call as a log or a record may hold them: without what is or may be a secret.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';
import { createRedactor } from '../secrets/redaction.ts';
import type { Arguments } from '../tool/tool.ts';

/**
 * A copy of the arguments in which everything that the endpoint calls confidential, and whatever looks like a
 * credential, is replaced by the redaction mark. Whoever writes arguments down takes them from here.
 */
export const recordable = ({ confidential }: Endpoint, given: Arguments): Arguments => {
  const redactor = createRedactor(confidential && { kind: 'credential', fields: confidential });
  const left = redactor.redact(given);
  return isObject(left) ? left : {};
};
