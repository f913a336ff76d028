// Journeys about Spaces keys: handing one out, and taking it back.
import { describe, expect, it } from 'vitest';
import { meetPerson, textAt } from './person.ts';

const order = { name: 'backup', grants: [{ bucket: 'shop-backups', permission: 'readwrite' }] };

describe('a Spaces key', () => {
  it('"Make a key for the backups" shows its secret once, to an owner who allows it', async () => {
    const me = await meetPerson({ argv: ['--allow-secrets'] });
    const key = await me.ask('spaces_key_create', order);
    const secret = textAt(key, 'secret_key');
    const access_key = textAt(key, 'access_key');
    expect(key).toMatchObject({ ...order, account: 'Sandbox Team' });
    const full = await me.ask('spaces_key_create', {
      name: 'admin',
      grants: [{ bucket: '', permission: 'fullaccess' }],
    });
    expect(textAt(full, 'secret_key')).not.toBe(secret);

    const keys = await me.every('spaces_key_list', { sort: 'name', sort_direction: 'asc' });
    expect(keys.map(({ name }) => name)).toEqual(['admin', 'assets', 'backup']);
    expect(JSON.stringify(keys)).not.toContain(secret);
    const forBackups = await me.every('spaces_key_list', { bucket: 'shop-backups' });
    expect(forBackups).toEqual([expect.objectContaining({ access_key, grants: order.grants })]);
    const powerful = await me.every('spaces_key_list', { permission: 'fullaccess' });
    expect(powerful.map(({ name }) => name)).toEqual(['admin']);

    expect(await me.ask('spaces_key_delete', { access_key })).toMatchObject({
      deleted: true,
      id: access_key,
    });
    expect(await me.every('spaces_key_list', { bucket: 'shop-backups' })).toEqual([]);
    const twice = await me.refused('spaces_key_delete', { access_key });
    expect(twice).toMatchObject({ status: 404 });
    expect(twice.next).toContain('spaces_key_list');
  });

  it('"Make a key for everything and for one bucket" is refused before anything is made', async () => {
    const me = await meetPerson({ argv: ['--allow-secrets'] });
    const mixed = await me.refused('spaces_key_create', {
      name: 'mixed',
      grants: [...order.grants, { bucket: '', permission: 'fullaccess' }],
    });
    expect(mixed).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(mixed.message).toMatch(/fullaccess/);
    const unsorted = await me.refused('spaces_key_list', { sort_direction: 'asc' });
    expect(unsorted.message).toContain('sort');
    expect(me.requests).toEqual([]);
  });

  it('"Make a key" is kept back where credentials may not reach the model', async () => {
    const me = await meetPerson();
    const tools = await me.tools();
    expect(tools).not.toContain('spaces_key_create');
    expect(tools).toContain('spaces_key_delete');
    const no = await me.refused('spaces_key_create', order);
    expect(no).toMatchObject({ status: null, code: 'not_allowed' });
    expect(no.next).toContain('--allow-secrets');
    expect((await me.every('spaces_key_list')).map(({ name }) => name)).toEqual(['assets']);
  });

  it('"Take the assets key back" with a token that may do just that', async () => {
    const me = await meetPerson({ scopes: 'spaces_key:read,spaces_key:delete' });
    expect(await me.tools()).toEqual(['spaces_key_list', 'spaces_key_delete']);
    const { access_key } = await me.named('spaces_key_list', 'assets');
    await me.ask('spaces_key_delete', { access_key });
    expect(await me.every('spaces_key_list')).toEqual([]);
  });
});
