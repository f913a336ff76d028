// Remembers the ids of what this client has just created, because reading it too early may find nothing yet.
import type { ApiRequest } from '../../../tools/request/api-request.ts';
import type { ApiCall } from '../client.ts';

/** Ids of new resources, for a while. */
export interface JustCreated {
  /** Takes note of the ids in the reply to a creation. */
  note(body: unknown, now: number): void;
  /** Takes note that what this call deleted is gone: nobody need wait for it to appear. */
  gone(call: Pick<ApiCall, 'endpoint' | 'request'>): void;
  /** Whether the path names something created at most so many seconds ago. */
  names(request: ApiRequest, withinSeconds: number, now: number): boolean;
}

const mostIds = 500;

const idsIn = (value: unknown, depth: number): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => idsIn(one, depth));
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'id' || name === 'uuid' || name === 'fingerprint' || name === 'ip')
      return typeof inner === 'string' || typeof inner === 'number' ? [String(inner)] : [];
    return depth > 0 ? idsIn(inner, depth - 1) : [];
  });
};

/** Starts empty and holds the newest 500 ids at most. */
export const createJustCreated = (): JustCreated => {
  const times = new Map<string, number>();
  return {
    note: (body, now) => {
      // One level below the envelope: the resource itself, not what it refers to.
      for (const id of idsIn(body, 1)) {
        times.delete(id);
        times.set(id, now);
      }
      for (const id of times.keys()) {
        if (times.size <= mostIds) break;
        times.delete(id);
      }
    },
    gone: ({ endpoint, request }) => {
      // The last thing that the path names is what was deleted; what stands before it is what it belonged to.
      const at = endpoint.path.split('/').findLastIndex((segment) => segment.startsWith('{'));
      const segment = request.path.split('/')[at] ?? '';
      times.delete(segment);
      times.delete(decodeURIComponent(segment));
    },
    names: (request, withinSeconds, now) =>
      request.path.split('/').some((segment) => {
        const time = times.get(segment) ?? times.get(decodeURIComponent(segment));
        return time !== undefined && now - time < withinSeconds * 1000;
      }),
  };
};
