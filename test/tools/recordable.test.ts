// What an entry calls confidential never gets into a log or record, wherever it lies.
import { describe, expect, it } from 'vitest';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import { recordable } from '../../tools/request/recordable.ts';
import { buildTool } from '../../tools/tool/build-tools.ts';
import { catalogue, findEndpoint } from '../scope-map/every-endpoint.ts';

const secret = 'hunter2-hunter2';

/** Puts a secret at a dotted place, whatever is there. */
const planted = (value: unknown, [key = '', ...rest]: readonly string[]): unknown => {
  const whole = typeof value === 'object' && value !== null ? value : {};
  const inner = Reflect.get(whole, key) as unknown;
  return { ...whole, [key]: rest.length > 0 ? planted(inner, rest) : { text: [secret] } };
};

const confidential = catalogue.filter((endpoint) => endpoint.confidential);

describe('arguments for a record', () => {
  it('are kept back by those endpoints that take what may be a secret', () => {
    expect(confidential.map(({ id }) => id)).toEqual([
      'droplets_create',
      'autoscalepools_create',
      'autoscalepools_update',
      'databases_update_cluster_metrics_credentials',
      'databases_update_onlineMigration',
      'databases_create_logsink',
      'databases_update_logsink',
      'partnerAttachments_create',
      'partnerAttachments_patch',
      'certificates_create',
      'apps_create',
      'apps_update',
      'apps_assign_alertDestinations',
      'apps_validate_appSpec',
      'monitoring_create_alertPolicy',
      'monitoring_update_alertPolicy',
      'monitoring_create_destination',
      'monitoring_update_destination',
      'uptime_create_alert',
      'uptime_update_alert',
      'addons_create',
      'dedicatedInferences_create',
      'dedicatedInferences_patch',
      'genai_create_agent',
      'genai_update_agent',
      'genai_create_anthropic_api_key',
      'genai_update_anthropic_api_key',
      'genai_create_openai_api_key',
      'genai_update_openai_api_key',
      'genai_create_oauth2_dropbox_tokens',
      'genai_create_knowledge_base',
      'genai_create_knowledge_base_data_source',
      'genai_import_custom_model',
      'images_create_custom',
    ]);
  });

  it.each(confidential)('of $id hold nothing confidential', (endpoint) => {
    const { full } = exampleArguments(buildTool(endpoint));
    for (const place of endpoint.confidential ?? []) {
      const given = planted(full, place.split('.')) as Readonly<Record<string, unknown>>;
      expect(JSON.stringify(given)).toContain(secret);
      expect(JSON.stringify(recordable(endpoint, given))).not.toContain(secret);
    }
  });

  it('hold all the rest', () => {
    const endpoint = findEndpoint('droplets_create');
    expect(
      endpoint && recordable(endpoint, { name: 'web', user_data: secret, tags: ['a'] }),
    ).toEqual({
      name: 'web',
      user_data: '[redacted by do-mcp]',
      tags: ['a'],
    });
  });
});
