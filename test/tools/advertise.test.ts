// What is offered is looser than what is checked: ids and slugs as text, hours as bounds, and still refused when wrong.
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import { createValidator } from '../../tools/request/validation.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';

const tools = buildTools(await loadCatalogue());

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const validated = (name: string, given: Arguments) => createValidator(named(name))(given);

describe('an id or a slug', () => {
  it.each([
    ['droplets_create', 'image'],
    ['droplet_actions_post', 'image'],
    ['images_get', 'image_id'],
    ['snapshots_get', 'snapshot_id'],
    ['snapshots_delete', 'snapshot_id'],
    ['ssh_keys_get', 'ssh_key_identifier'],
  ])('is offered by %s as text', (name, argument) => {
    expect(named(name).inputSchema.properties[argument]).toMatchObject({ type: 'string' });
  });

  const droplet = { name: 'web', size: 's-1vcpu-1gb' };

  it('is a number again where it is one, in lists too', async () => {
    const given = { ...droplet, image: '63663980', ssh_keys: ['512', '3b:16:bf:e4'] };
    expect(await validated('droplets_create', given)).toEqual({
      ok: true,
      arguments: { ...droplet, image: 63663980, ssh_keys: [512, '3b:16:bf:e4'] },
    });
  });

  it.each(['ubuntu-24-04-x64', '007', '1e3', '12345678901234567890', ''])(
    'stays the text %j',
    async (image) => {
      expect(await validated('droplets_create', { ...droplet, image })).toMatchObject({
        arguments: { image },
      });
    },
  );

  it.each(['200000002', 200000002])('in a path stays %j as it came', async (snapshot_id) => {
    expect(await validated('snapshots_get', { snapshot_id })).toEqual({
      ok: true,
      arguments: { snapshot_id },
    });
  });

  it('may be given as a number, which is not offered', async () => {
    expect(await validated('droplets_create', { ...droplet, image: 63663980 })).toMatchObject({
      ok: true,
    });
  });
});

describe('a number of which there are few', () => {
  const backup = (hour: unknown) => ({
    droplet_id: 1,
    type: 'change_backup_policy',
    backup_policy: { plan: 'daily', hour },
  });

  it('is offered with bounds', () => {
    const policy = named('droplet_actions_post').inputSchema.properties['backup_policy'];
    expect(policy?.properties?.['hour']).toMatchObject({
      type: 'integer',
      minimum: 0,
      maximum: 20,
    });
    expect(policy?.properties?.['hour']).not.toHaveProperty('enum');
  });

  it('is checked one by one', async () => {
    expect(await validated('droplet_actions_post', backup(8))).toMatchObject({ ok: true });
    expect(await validated('droplet_actions_post', backup(9))).toMatchObject({ ok: false });
  });
});

describe('a form that is not offered', () => {
  it('is checked all the same', async () => {
    const { ok } = await validated('volumes_get', { volume_id: 'no-uuid' });
    expect(ok).toBe(false);
    expect(named('volumes_get').inputSchema.properties['volume_id']).not.toHaveProperty('format');
  });
});
