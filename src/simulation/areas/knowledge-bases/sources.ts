// Sources of a knowledge base: where its content comes from. What was given to read them with is not kept.
import * as z from 'zod';
import { type Call, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { invalidArgument, pageOf, readArguments } from '../../exchange/gen-ai.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import {
  type DataSource,
  type KnowledgeBase,
  KnowledgeBases,
} from '../../things/knowledge-bases.ts';
import type { World } from '../../world/world.ts';

/** Fields of the reply that a source of each kind has; others, such as its secret key, are not shown. */
const shown = {
  spaces_data_source: ['bucket_name', 'region', 'item_path'],
  web_crawler_data_source: ['base_url', 'crawling_option', 'embed_media', 'exclude_tags'],
  file_upload_data_source: ['original_file_name', 'size_in_bytes', 'stored_object_key'],
  aws_data_source: ['bucket_name', 'region', 'item_path'],
  dropbox_data_source: ['folder'],
  google_drive_data_source: ['folder_id', 'folder_name'],
} as const;

const details = z.record(z.string(), z.unknown()).nullish();

/** A source as it is sent. */
export const sourceBody = z.object({
  spaces_data_source: details,
  web_crawler_data_source: details,
  file_upload_data_source: details,
  aws_data_source: details,
  dropbox_data_source: details,
  google_drive_data_source: details,
  chunking_algorithm: z.string().nullish(),
  chunking_options: details,
});

/** Adds a source. @throws ApiRefusal 400 unless exactly one kind is given. */
export const addSource = (
  world: World,
  base: Pick<KnowledgeBase, 'sources'>,
  given: z.output<typeof sourceBody>,
  at: number,
): DataSource => {
  const kinds = Object.entries(shown).flatMap(([kind, names]) => {
    const part = Object.entries(given).find(([name]) => name === kind)?.[1];
    if (typeof part !== 'object' || part === null) return [];
    const known: readonly string[] = names;
    const kept = Object.entries(part).filter(([name]) => known.includes(name));
    return [[kind, Object.fromEntries(kept)] as const];
  });
  if (kinds.length !== 1) throw invalidArgument('a data source is of exactly one kind');
  const source: DataSource = {
    id: world.ids.uuid(),
    createdAt: at,
    updatedAt: at,
    settings: { ...Object.fromEntries(kinds), ...chunking(given) },
  };
  base.sources.set(source.id, source);
  return source;
};

const chunking = (
  given: Pick<z.output<typeof sourceBody>, 'chunking_algorithm' | 'chunking_options'>,
) => ({
  ...(given.chunking_algorithm ? { chunking_algorithm: given.chunking_algorithm } : {}),
  ...(given.chunking_options ? { chunking_options: given.chunking_options } : {}),
});

const view = ({ id, settings, createdAt, updatedAt }: DataSource) => ({
  uuid: id,
  ...settings,
  created_at: forPeople(createdAt),
  updated_at: forPeople(updatedAt),
});

const baseOf = (call: Call, world: World): KnowledgeBase => {
  const base = world.of(KnowledgeBases).get(segment(call, 'knowledge_base_uuid'));
  if (base === undefined) throw notFound('knowledge base');
  return base;
};

const sourceOf = (call: Call, world: World): DataSource => {
  const source = baseOf(call, world).sources.get(segment(call, 'data_source_uuid'));
  if (source === undefined) throw notFound('data source');
  return source;
};

const update = (call: Call, world: World): RouteReply => {
  const source = sourceOf(call, world);
  const given = readArguments(
    call,
    sourceBody.pick({ chunking_algorithm: true, chunking_options: true }),
  );
  source.settings = { ...source.settings, ...chunking(given) };
  source.updatedAt = call.now;
  return ok({ knowledge_base_data_source: view(source) });
};

const remove = (call: Call, world: World): RouteReply => {
  const base = baseOf(call, world);
  const source = sourceOf(call, world);
  base.sources.delete(source.id);
  return ok({ data_source_uuid: source.id, knowledge_base_uuid: base.id });
};

const many = '/v2/gen-ai/knowledge_bases/{knowledge_base_uuid}/data_sources';
const one = `${many}/{data_source_uuid}`;

/** Operations of sources. */
export const sourceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: many,
    requires: [['genai:read']],
    handle: (call, world) =>
      pageOf(call, 'knowledge_base_data_sources', [...baseOf(call, world).sources.values()], view),
  },
  {
    method: 'POST',
    path: many,
    requires: [['genai:create']],
    handle: (call, world) => {
      const base = baseOf(call, world);
      const source = addSource(world, base, readArguments(call, sourceBody), call.now);
      return ok({ knowledge_base_data_source: view(source) });
    },
  },
  { method: 'PUT', path: one, requires: [['genai:update']], handle: update },
  { method: 'DELETE', path: one, requires: [['genai:delete']], handle: remove },
];
