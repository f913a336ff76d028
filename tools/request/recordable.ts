// The arguments of a call as a log or a record may hold them: without what may be a secret.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { redact } from '../answer/redaction.ts';
import { isObject } from '../json-object.ts';
import type { Arguments } from '../tool/tool.ts';

/**
 * A copy of the arguments in which everything that the endpoint calls confidential is replaced by the redaction mark.
 * Whoever writes arguments down takes them from here. What merely looks like a credential is the writer's to veil.
 */
export const recordable = ({ confidential }: Endpoint, given: Arguments): Arguments => {
  const left = redact(given, confidential ?? []);
  return isObject(left) ? left : {};
};
