// Walks the whole catalogue: the seed is there, and every entry agrees with its facts and with itself.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { Endpoint, Rule } from '../../scope-map/endpoint.ts';
import { isOperationId } from '../../scope-map/operation-id.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';
import { isScope } from '../../scope-map/scopes.ts';
import { sharedWords } from '../../scope-map/words.ts';
import { catalogue, findEndpoint } from './every-endpoint.ts';
import { seed } from './seed.ts';

const placeholders = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);

/** Every argument name of an endpoint, dotted where it lies deeper. */
const argumentNames = (entry: Endpoint): ReadonlySet<string> => {
  const names = new Set<string>();
  const walk = (properties: object, prefix: string): void => {
    for (const [name, schema] of Object.entries(properties)) {
      names.add(prefix + name);
      walk(schema.items?.properties ?? schema.properties ?? {}, `${prefix + name}.`);
    }
  };
  const known = entry.facts;
  walk(known.pathArguments, '');
  walk(known.query.properties, '');
  walk(known.body?.properties ?? {}, '');
  return names;
};

const namedBy = (rule: Rule): readonly string[] => {
  switch (rule.kind) {
    case 'each':
      return rule.rules.flatMap((inner) => namedBy(inner).map((name) => `${rule.list}.${name}`));
    case 'alone':
      return [rule.list, `${rule.list}.${rule.field}`];
    case 'relative':
      return [rule.argument, rule.to];
    case 'never':
      return [rule.when.argument, rule.and.argument];
    case 'longest':
      return [rule.argument, rule.when.argument];
    default:
      return [...rule.arguments, ...('when' in rule ? [rule.when.argument] : [])];
  }
};

describe('the seed catalogue', () => {
  it.each(seed)('holds %s as %s %s', (id, method, path, scopes) => {
    const entry = findEndpoint(id);
    expect(entry).toMatchObject({ method, path });
    expect(entry?.requires).toEqual(scopes);
  });
});

describe('every endpoint', () => {
  it('is there once', () => {
    const ids = catalogue.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(catalogue.map(({ method, path }) => `${method} ${path}`)).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(Object.keys(operationIndex).sort());
  });

  it('belongs to an area, and no area is empty', () => {
    expect([...new Set(catalogue.map((entry) => entry.area))].sort()).toEqual(
      [...areaNames].sort(),
    );
  });

  it.each(catalogue)('$id has facts for every placeholder of its path', (entry) => {
    expect(Object.keys(entry.facts.pathArguments).sort()).toEqual(
      [...placeholders(entry.path)].sort(),
    );
  });

  it.each(catalogue)('$id names only scopes that exist', ({ requires, conditions = [] }) => {
    const named = [...requires.flat(), ...conditions.flatMap(({ needs = [] }) => needs)];
    expect(named.filter((scope) => !isScope(scope))).toEqual([]);
  });

  it.each(catalogue)(
    '$id has conditions, rules and words only for arguments that it takes',
    (entry) => {
      const known = argumentNames(entry);
      const named = [
        ...(entry.conditions ?? []).map(({ when }) => when.argument),
        ...(entry.rules ?? []).flatMap(namedBy),
        ...Object.keys(entry.says ?? {}),
        ...(entry.confidential ?? []),
        ...Object.keys(entry.inFull ?? {}),
        ...Object.entries(entry.completes ?? {}).flat(),
        ...[...(entry.notes ?? []), ...(entry.hints ?? [])].flatMap(({ when }) =>
          when ? [when.argument] : [],
        ),
      ];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it.each(catalogue)('$id destroys if it deletes, and reads if it gets', ({ method, effect }) => {
    if (method === 'DELETE') expect(effect).toBe('destroy');
    if (method === 'GET') expect(effect).toBe('read');
  });

  it.each(catalogue.filter((entry) => entry.watch))(
    '$id is watched by a call that can be made',
    (entry) => {
      const follows = [entry.watch?.poll, entry.watch?.afterwards].filter(
        (follow) => follow !== undefined,
      );
      for (const { operation, path } of follows) {
        const poll = findEndpoint(operation);
        expect(poll?.method).toBe('GET');
        expect(Object.keys(path).sort()).toEqual([...placeholders(poll?.path ?? '')].sort());
        for (const source of Object.values(path))
          if ('argument' in source) expect(placeholders(entry.path)).toContain(source.argument);
      }
    },
  );

  it.each(catalogue.filter((entry) => entry.watch))('$id ends its watch somewhere', ({ watch }) => {
    expect((watch?.done.length ?? 0) > 0 || watch?.missing === 'done').toBe(true);
    expect(watch?.done.filter((state) => watch.failed.includes(state))).toEqual([]);
  });

  it.each(catalogue.filter(({ inFull }) => inFull))(
    '$id has the full schemas that it names',
    async ({ inFull = {} }) => {
      for (const { read } of Object.values(inFull)) expect(await read()).toHaveProperty('type');
    },
  );
});

const idsOf = (entries: readonly Endpoint[]): readonly string[] => entries.map(({ id }) => id);

describe('what a call does', () => {
  it('is told for the Droplet actions that need more than droplet:update', () => {
    const conditions = findEndpoint('dropletActions_post')?.conditions ?? [];
    const forType = (type: string) =>
      conditions.find(({ when }) => when.argument === 'type' && when.is?.includes(type));
    for (const type of ['rebuild', 'restore', 'password_reset'])
      expect(forType(type)).toMatchObject({ needs: ['droplet:admin'], effect: 'destroy' });
    expect(forType('resize')).toMatchObject({ needs: ['droplet:create'], cost: 'raises' });
    expect(forType('snapshot')).toMatchObject({ needs: ['image:create'], cost: 'starts' });
    expect(forType('power_on')).toBeUndefined();
  });

  it('starts a bill exactly where DigitalOcean charges for what is created', () => {
    const starting = catalogue.filter((entry) => entry.cost === 'starts');
    expect(starting.filter(({ effect }) => effect !== 'write')).toEqual([]);
    expect(idsOf(starting)).toEqual([
      'droplets_create',
      'autoscalepools_create',
      'kubernetes_create_cluster',
      'kubernetes_add_nodePool',
      'oneClicks_install_kubernetes',
      'databases_create_cluster',
      'databases_create_replica',
      'vectorDatabases_create',
      'loadBalancers_create',
      'vpcnatgateways_create',
      'partnerAttachments_create',
      'volumes_create',
      'volumeSnapshots_create',
      'nfs_create',
      'apps_create',
      'uptime_create_check',
      'addons_create',
      'dedicatedInferences_create',
      'genai_create_knowledge_base',
      'genai_import_custom_model',
      'images_create_custom',
      'images_post_account_transfer_accept',
    ]);
  });

  it('is not repeated where the set of things it hits may have changed', () => {
    const once = catalogue.filter((entry) => entry.repeatable === false);
    expect(idsOf(once)).toEqual([
      'droplets_destroy_byTag',
      'droplets_destroy_withAssociatedResourcesSelective',
      'droplets_destroy_withAssociatedResourcesDangerous',
      'kubernetes_recycle_node_pool',
      'registry_delete',
      'databases_update_onlineMigration',
      'volumes_delete_byName',
      'genai_regenerate_agent_api_key',
      'genai_regenerate_model_api_key',
      'genai_update_custom_evaluation_metric',
    ]);
  });

  it('has a credential for its only product in these calls alone', () => {
    const only = catalogue.filter((entry) => entry.discloses?.only);
    expect(idsOf(only)).toEqual([
      'kubernetes_get_kubeconfig',
      'kubernetes_get_credentials',
      'registries_get_dockerCredentials',
      'registry_get_dockerCredentials',
      'databases_get_cluster_metrics_credentials',
      'vectorDatabases_get_credentials',
      'partnerAttachments_get_bgp_auth_key',
      'partnerAttachments_get_service_key',
      'apps_get_exec_active_deployment',
      'apps_get_exec',
      'functionsAccessKey_create',
      'dedicatedInferences_create_tokens',
      'spacesKey_create',
      'genai_create_agent_api_key',
      'genai_regenerate_agent_api_key',
      'genai_create_oauth2_dropbox_tokens',
      'genai_create_data_source_file_upload_presigned_urls',
      'genai_get_indexing_job_details_signed_url',
      'genai_regenerate_model_api_key',
      'genai_create_evaluation_dataset_file_upload_presigned_urls',
      'genai_create_model_eval_dataset_upload_presigned_urls',
      'genai_get_evaluation_dataset_download_url',
      'genai_get_model_evaluation_run_results_download_url',
    ]);
  });
});

describe('operation ids', () => {
  it('are recognised', () => {
    expect(isOperationId('droplets_list')).toBe(true);
    expect(isOperationId('toString')).toBe(false);
    expect(findEndpoint('nothing_like_it')).toBeUndefined();
  });
});

describe('the words', () => {
  const saidOf = (name: string): ReadonlySet<string> =>
    new Set(
      catalogue
        .filter(
          (entry) =>
            argumentNames(entry).has(name) && !(name in (entry.says ?? {}) || name in entry.words),
        )
        .map(({ area }) => area),
    );

  it.each(Object.keys(sharedWords))('shared about %s are used in several areas', (name) => {
    expect(saidOf(name).size).toBeGreaterThan(1);
  });

  it.each(areaNames)('of the area %s are all used in it', (area) => {
    const entries = catalogue.filter((entry) => entry.area === area);
    const used = new Set(
      entries.flatMap((entry) => {
        const own = Object.keys(entry.says ?? {});
        return [...argumentNames(entry)].filter((name) => !own.includes(name));
      }),
    );
    expect(Object.keys(entries[0]?.words ?? {}).filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(catalogue)('about $id are a title and a sentence', ({ title, description }) => {
    expect(title).toMatch(/^[A-Z].{4,60}[^.]$/);
    expect(description).toMatch(/^[A-Z].{10,400}\.$/);
  });
});
