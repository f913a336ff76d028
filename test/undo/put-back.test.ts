// A change is put back by its id: shown first, agreed to, carried out on the road of every call, once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startUndoing, type Undoing } from './undoing.ts';

let world: Undoing;
beforeEach(async () => {
  world = await startUndoing();
});
afterEach(() => world.close());

const zone = 'undo.example';

const withRecord = async (): Promise<number> => {
  await world.make('domains_create', { name: zone, ip_address: '203.0.113.1' });
  const made = await world.make('domains_create_record', {
    domain_name: zone,
    type: 'A',
    name: 'www',
    data: '203.0.113.2',
  });
  return Number(made['id']);
};

const pointTo = (id: number, data: string) =>
  world.make('domains_update_record', {
    domain_name: zone,
    domain_record_id: id,
    type: 'A',
    data,
  });

const record = (id: number) => world.read(`/v2/domains/${zone}/records/${id}`);

describe('do-mcp undo', () => {
  it('puts a DNS record back as it was, and says by which id that is taken back', async () => {
    const id = await withRecord();
    const before = await record(id);
    const { undo } = await pointTo(id, '198.51.100.7');
    const shown = await world.undo([String(undo)], 'y');
    expect(shown.said).toContain('data: 198.51.100.7, was 203.0.113.2');
    expect(shown.said).toMatch(/It is put back\. do-mcp undo [\da-f]{8}-\d+ takes that back\./);
    expect(await record(id)).toEqual(before);
  });

  it('says that it was done when it is asked for again', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    await world.undo([String(undo), '--yes']);
    const again = await world.undo([String(undo), '--yes']);
    expect(again).toMatchObject({ code: 1 });
    expect(again.said).toContain('It was put back already');
  });

  it('does nothing where the person does not agree, and nothing in a dry run', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    const changed = await record(id);
    expect((await world.undo([String(undo)], 'n')).said).toContain('Nothing was changed.');
    expect((await world.undo([String(undo), '--dry-run'])).said).toContain('This puts it back');
    expect(await record(id)).toEqual(changed);
  });

  it('asks nobody who is not there', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    expect((await world.undo([String(undo)])).said).toContain('agree with --yes');
  });

  it('says that somebody else has changed it since, and leaves that to a person', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    await world.behind('PUT', `/v2/domains/${zone}/records/${id}`, {
      type: 'A',
      data: '192.0.2.99',
    });
    const refused = await world.undo([String(undo), '--yes']);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toContain('Somebody has changed it since');
    expect(refused.said).toContain('data: 192.0.2.99, was 198.51.100.7 after the change');
    expect((await world.undo([String(undo)], 'y')).said).toContain('It is put back.');
    expect(await record(id)).toMatchObject({ domain_record: { data: '203.0.113.2' } });
  });

  it('makes a deleted domain anew, with its records', async () => {
    await withRecord();
    const { undo } = await world.make('domains_delete', { domain_name: zone });
    const { said } = await world.undo([String(undo)], 'yes');
    expect(said).toContain('It will not be as before: records get other ids');
    const { domain_records: records } = await world.read(`/v2/domains/${zone}/records`);
    expect(records).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'A', name: '@', data: '203.0.113.1' }),
        expect.objectContaining({ type: 'A', name: 'www', data: '203.0.113.2' }),
      ]),
    );
  });

  it('lists what can be put back, newest first', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    const { printed } = await world.undo(['--json']);
    const listed = JSON.parse(printed) as readonly { readonly id: string; readonly tool: string }[];
    expect(listed.map(({ tool }) => tool)).toEqual([
      'domains_update_record',
      'domains_create_record',
      'domains_create',
    ]);
    expect(listed[0]?.id).toBe(undo);
  });

  it('says of an id that it does not know that nothing is kept under it', async () => {
    const { code, said } = await world.undo(['0123abcd-9', '--yes']);
    expect(code).toBe(2);
    expect(said).toContain('Nothing is kept under 0123abcd-9');
  });

  it('uses nothing that was altered', async () => {
    const id = await withRecord();
    const { undo } = await pointTo(id, '198.51.100.7');
    const file = world.files().find(({ name }) => name.startsWith(`${String(undo)}.`));
    if (!file) return expect.fail('nothing is kept');
    const [until, sealed = ''] = file.text.split('\n');
    const turned = sealed.endsWith('A=') ? 'B=' : 'A=';
    writeFileSync(
      join(world.state, 'undo', file.name),
      `${until}\n${sealed.slice(0, -2)}${turned}`,
    );
    const { code, said } = await world.undo([String(undo), '--yes']);
    expect(code).toBe(2);
    expect(said).toContain('cannot be read: it was altered');
    expect(await record(id)).toMatchObject({ domain_record: { data: '198.51.100.7' } });
  });

  it('keeps nothing in clear, and nothing for others', async () => {
    const id = await withRecord();
    await pointTo(id, '198.51.100.7');
    const texts = world.files().map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).not.toMatch(/203\.0\.113|undo\.example|domains_/);
  });
});
