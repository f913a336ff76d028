// KeptSettings: read as they were last written.
import type { Behaviour } from '../../../scope-map/endpoint.ts';
import type { Call, RouteReply } from '../exchange/call.ts';
import type { World } from '../world/world.ts';
import { fillingOf, type Generic } from './collection.ts';
import { replyWith } from './replies.ts';
import { fieldsOf, KeptSettings } from './shelves.ts';

/** Answers one call to a setting. */
export const onSetting = (
  { behaviour, answer, key, schemas }: Generic<Extract<Behaviour, { readonly as: 'setting' }>>,
  call: Call,
  world: World,
): RouteReply => {
  const settings = world.of(KeptSettings);
  const before = settings.get(call.pathname) ?? { ...behaviour.starts };
  if (call.method === 'DELETE') settings.delete(call.pathname);
  else if (call.method !== 'GET') {
    const given = fieldsOf(call.body);
    // What is written lies under the same key that it is read under, or bare.
    const inside = key === null ? given : fieldsOf(given[key] ?? given);
    settings.set(call.pathname, call.method === 'PATCH' ? { ...before, ...inside } : inside);
  }
  const present = settings.get(call.pathname) ?? { ...behaviour.starts };
  return replyWith(answer, present, fillingOf(schemas, call, world));
};
