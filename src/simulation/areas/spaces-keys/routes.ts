// Access keys for Spaces; the secret half is shown once, when a key is made.
import * as z from 'zod';
import { type Call, created, done, ok, segment } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { badRequest, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

interface Grant {
  readonly bucket: string;
  readonly permission: string;
}

/** A key, without its secret: that is not kept. */
export interface SpacesKey {
  readonly accessKey: string;
  name: string;
  grants: readonly Grant[];
  readonly createdAt: number;
}

/** The account's keys by access key. */
export class SpacesKeys extends Map<string, SpacesKey> {}

const keyView = (key: SpacesKey) => ({
  name: key.name,
  grants: key.grants,
  access_key: key.accessKey,
  created_at: forPeople(key.createdAt),
});

const upperCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Adds a key. */
export const addSpacesKey = (
  world: World,
  name: string,
  grants: readonly Grant[],
  at: number,
): SpacesKey => {
  const key = { accessKey: `DO00${world.ids.text(16, upperCase)}`, name, grants, createdAt: at };
  world.of(SpacesKeys).set(key.accessKey, key);
  return key;
};

const grant = z.object({
  bucket: z
    .string()
    .nullish()
    .transform((bucket) => bucket ?? ''),
  permission: z.string(),
});
const newKey = z.object({ name: z.string().min(1), grants: listOf(grant) });

const checkGrants = (grants: readonly Grant[]): void => {
  for (const { permission } of grants) {
    if (!['read', 'readwrite', 'fullaccess'].includes(permission)) {
      throw badRequest('A permission is read, readwrite or fullaccess.');
    }
  }
  const full = grants.filter(({ permission }) => permission === 'fullaccess').length;
  if (full > 0 && full < grants.length) {
    throw badRequest('A fullaccess grant cannot be mixed with scoped grants.');
  }
};

const find = (call: Call, world: World): SpacesKey => {
  const key = world.of(SpacesKeys).get(segment(call, 'access_key'));
  if (key === undefined) throw notFound('key');
  return key;
};

const isFull = (grants: readonly Grant[]): boolean =>
  grants.some(({ permission }) => permission === 'fullaccess');

const change = (call: Call, world: World) => {
  const key = find(call, world);
  const given = read(
    call,
    z.object({ name: z.string().min(1).nullish(), grants: z.array(grant).nullish() }),
  );
  if (given.grants && given.grants.length > 0) {
    checkGrants(given.grants);
    if (isFull(given.grants) !== isFull(key.grants)) {
      throw badRequest('A key cannot change between full access and scoped grants.');
    }
  }
  key.name = given.name ?? key.name;
  return ok({ key: keyView(key) });
};

const select = (call: Call, world: World): readonly SpacesKey[] => {
  const name = call.query.get('name');
  const bucket = call.query.get('bucket');
  const permission = call.query.get('permission');
  const sort = call.query.get('sort');
  const direction = call.query.get('sort_direction');
  if (direction !== null && sort === null) throw badRequest('sort_direction needs sort.');
  const keys = [...world.of(SpacesKeys).values()].filter(
    (key) =>
      (name === null || key.name === name) &&
      (bucket === null || key.grants.some((it) => it.bucket === bucket)) &&
      (permission === null || key.grants.some((it) => it.permission === permission)),
  );
  const sign = direction === 'asc' ? 1 : -1;
  return keys.sort((one, other) =>
    sort === 'name'
      ? sign * one.name.localeCompare(other.name)
      : sign * (one.createdAt - other.createdAt),
  );
};

/** Spaces keys. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/spaces/keys',
    requires: [['spaces_key:read']],
    handle: (call, world) => page(call, 'keys', select(call, world), keyView),
  },
  {
    method: 'POST',
    path: '/v2/spaces/keys',
    requires: [['spaces_key:create_credentials'], ['spaces_key:create']],
    handle: (call, world) => {
      const given = read(call, newKey);
      checkGrants(given.grants);
      const key = addSpacesKey(world, given.name, given.grants, call.now);
      const secret = world.ids.text(43, secretAlphabet);
      return created({ key: { ...keyView(key), secret_key: secret } });
    },
  },
  {
    method: 'GET',
    path: '/v2/spaces/keys/{access_key}',
    requires: [['spaces_key:read']],
    // DigitalOcean's document has a list here, its Go client one object: both are given.
    handle: (call, world) => {
      const key = keyView(find(call, world));
      return ok({ keys: [key], key });
    },
  },
  {
    method: 'PUT',
    path: '/v2/spaces/keys/{access_key}',
    requires: [['spaces_key:update']],
    handle: change,
  },
  {
    method: 'PATCH',
    path: '/v2/spaces/keys/{access_key}',
    requires: [['spaces_key:update']],
    handle: change,
  },
  {
    method: 'DELETE',
    path: '/v2/spaces/keys/{access_key}',
    requires: [['spaces_key:delete']],
    handle: (call, world) => {
      world.of(SpacesKeys).delete(find(call, world).accessKey);
      return done;
    },
  },
];

/** Spaces keys. */
export const spacesKeyArea: SimulatedArea = { routes };
