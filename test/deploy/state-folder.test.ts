// What outlives the program has a place in every recipe, where the image looks for it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';

const read = (name: string): string =>
  readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');

const image = read('Dockerfile');
const folder = /DO_MCP_STATE_DIR=(\S+)/.exec(image)?.[1] ?? 'none';

describe('the state folder', () => {
  it('is the one folder that the user of the image may write', () => {
    expect(folder).toMatch(/^\//);
    expect(image).toContain(`--chown=node:node --chmod=700 /build/state ${folder}`);
    expect(image).toContain(`VOLUME ${folder}`);
  });

  it('is a volume that the replicas of Docker Compose share', () => {
    const { services, volumes } = z
      .object({
        services: z.record(z.string(), z.looseObject({ volumes: z.array(z.string()).optional() })),
        volumes: z.record(z.string(), z.unknown()),
      })
      .loose()
      .parse(parse(read('compose.yaml'), { merge: true }));
    expect(volumes).toHaveProperty('state');
    for (const name of ['mcp-1', 'mcp-2'])
      expect(services[name]?.volumes).toEqual([`state:${folder}`]);
  });

  it('is a volume of its own for each replica in Kubernetes, which its user may write', () => {
    const manifests = parseAllDocuments(read('kubernetes.yaml')).map((one) => one.toJS());
    const set = manifests.find(
      ({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === 'mcp',
    );
    const { volumeClaimTemplates, template } = set.spec;
    const [container] = template.spec.containers;
    expect(container.volumeMounts).toContainEqual({
      name: volumeClaimTemplates[0].metadata.name,
      mountPath: folder,
    });
    expect(template.spec.securityContext).toMatchObject({ runAsUser: 1000, fsGroup: 1000 });
  });
});
