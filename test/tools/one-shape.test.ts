// What is alike is answered alike: deletions, actions, what an action is about.
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../scope-map/catalogue.ts';
import { answerEmpty, answerObject, withNotes } from '../../tools/answer/answer.ts';
import { buildTools } from '../../tools/tool/build-tools.ts';
import type { Tool } from '../../tools/tool/tool.ts';

const tools = buildTools(await loadCatalogue());

const named = (name: string): Tool => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`no tool ${name}`);
  return tool;
};

const show = (name: string, given: Record<string, unknown>, body: unknown) =>
  answerObject(named(name), given, body, { allowSecrets: false });

describe('one shape', () => {
  it('has every deletion: that it was done, and of what', () => {
    for (const tool of tools.filter(({ endpoint }) => endpoint.method === 'DELETE')) {
      const given = Object.fromEntries(
        [...tool.places.path, ...tool.places.query, ...Object.keys(tool.places.body)].map((one) => [
          one,
          'x',
        ]),
      );
      for (const answer of [
        answerEmpty(tool, given),
        answerObject(tool, given, { status: 'gone' }, { allowSecrets: false }),
      ]) {
        expect(answer, tool.name).toMatchObject({ deleted: true });
        // Where there is but one of its kind, the call names nothing.
        if (Object.keys(given).length > 0) expect(answer['id'], tool.name).toBeDefined();
      }
    }
  });

  it('says of a deletion that only takes something out of a thing that the thing is still there', () => {
    const noteOf = (name: string, given: Record<string, unknown>) =>
      answerEmpty(named(name), given)['note'];
    for (const [name, given] of [
      ['firewalls_delete_droplets', { firewall_id: 'f', droplet_ids: [1] }],
      ['load_balancers_remove_forwarding_rules', { lb_id: 'b', forwarding_rules: [] }],
      ['cdn_purge_cache', { cdn_id: 'c', files: ['*'] }],
      ['tags_unassign_resources', { tag_id: 't', resources: [] }],
    ] as const)
      expect(noteOf(name, given), name).toMatch(/^Only its .+ changed: .+ still there\.$/);
    for (const { endpoint, name } of tools)
      if (endpoint.method === 'DELETE' && /(\}|dangerous|selective)$/.test(endpoint.path))
        expect(noteOf(name, {}), name).toBeUndefined();
  });

  it('has an action in one place: beside what it works on, or as the answer itself', () => {
    const action = { id: 7, status: 'in-progress', type: 'reboot', resource_id: 5 };
    expect(show('droplet_actions_post', { droplet_id: 5, type: 'reboot' }, { action })).toEqual(
      action,
    );
    const links = { actions: [{ id: 7 }] };
    expect(show('droplets_create', {}, { droplet: { id: 5 }, links })).toEqual({
      id: 5,
      action: { id: 7, status: 'in-progress' },
    });
  });

  it('says what an action is about where the call knows it', () => {
    const action = { id: 7, status: 'in-progress', resource_id: null };
    expect(show('droplet_actions_post', { droplet_id: 5 }, { action })).toMatchObject({
      resource_id: 5,
    });
    expect(show('volume_actions_post_by_id', { volume_id: 'v' }, { action })).toMatchObject({
      resource_id: 'v',
    });
    expect(show('actions_get', { action_id: 7 }, { action })).toMatchObject({ resource_id: null });
  });

  it('keeps every note', () => {
    expect(withNotes({ note: 'One.' }, undefined, 'Two.')).toEqual({ note: 'One. Two.' });
    expect(withNotes({ id: 1 })).toEqual({ id: 1 });
  });
});
