// A credential that is kept is found and fetched through the finders as through its own tool.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectAgent } from '../agent.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { place } from './kit.ts';

describe('the finders, where credentials go to files', () => {
  it('find what has no other product, and fetch it without a question', async () => {
    const folder = temporaryFolder();
    const agent = await connectAgent({
      argv: ['--sandbox', '--mode', 'search', '--confirm', 'ask', '--secrets-dir', folder],
    });
    try {
      const found = await agent.call('find_tools', { request: 'get the kubeconfig of my cluster' });
      expect(found.text).toContain('kubernetes_get_kubeconfig');
      const finder = /call_\w+_tool/.exec(found.text)?.[0] ?? '';
      const list = await agent.call('call_read_tool', {
        name: 'kubernetes_list_clusters',
        arguments: { fields: ['id'] },
      });
      const [cluster] = list.answer['items'] as readonly { readonly id: string }[];
      const got = await agent.call(finder, {
        name: 'kubernetes_get_kubeconfig',
        arguments: { cluster_id: cluster?.id },
      });
      expect(got.isError, got.text).toBe(false);
      expect(readFileSync(place(got.answer['kubeconfig']), 'utf8')).toContain('apiVersion: v1');
    } finally {
      await agent.close();
    }
  });

  it('say why not, and what would help, where credentials go nowhere', async () => {
    const agent = await connectAgent({ argv: ['--sandbox', '--mode', 'search'] });
    try {
      const found = await agent.call('find_tools', { request: 'get the kubeconfig of my cluster' });
      expect(found.answer['tools']).not.toContainEqual(
        expect.objectContaining({ name: 'kubernetes_get_kubeconfig' }),
      );
      const { answer } = await agent.call('call_read_tool', {
        name: 'kubernetes_get_kubeconfig',
        arguments: { cluster_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6' },
      });
      expect(answer['error']).toMatchObject({
        code: 'not_allowed',
        next: expect.stringMatching(/control panel.*--secrets-dir/),
      });
    } finally {
      await agent.close();
    }
  });
});
