// The recipes for hosting, as far as they can be checked without running them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { options } from '../../src/configuration/options/options.ts';
import { usualDrainTimes } from '../../src/http/node/node-server.ts';
import { createToolBox } from '../../tools/tool-box.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const documentsIn = (name: string): readonly unknown[] =>
  parseAllDocuments(read(name), { merge: true, uniqueKeys: true, strict: true }).map((document) => {
    expect(document.errors, name).toEqual([]);
    expect(document.warnings, name).toEqual([]);
    return document.toJS();
  });

const variables = new Set(
  Object.values(options).flatMap((option) => ('variable' in option ? [option.variable] : [])),
);
const flags = new Set(
  Object.values(options).flatMap((option) => ('flag' in option ? [option.flag] : [])),
);

/** Longer than a replica takes to stop by itself. */
const leastGrace = (usualDrainTimes.notice + usualDrainTimes.finish) / 1_000;

const namesIn = (text: string): readonly string[] => text.match(/\bDO_MCP_[A-Z_]+\b/g) ?? [];

describe('every recipe', () => {
  const files = ['Dockerfile', 'compose.yaml', 'Caddyfile', 'app-platform.yaml', 'kubernetes.yaml'];

  it.each(files)(
    '%s names only settings that the server reads, and holds no credential',
    (file) => {
      const text = read(`deploy/${file}`);
      for (const name of namesIn(text)) expect(variables, name).toContain(name);
      expect(text).not.toMatch(/(do[opr]_v1_|dof_v1_|sk_do_|domcp_)\w/);
    },
  );

  it.each(files)('%s is explained in the document for operators', (file) => {
    expect(read('docs/deploy.md')).toContain(`deploy/${file}`);
  });

  it('the document names only options and variables that exist', () => {
    const text = read('docs/deploy.md');
    for (const name of namesIn(text))
      if (!name.startsWith('DO_MCP_TOKEN_NIGHT')) expect(variables, name).toContain(name);
    for (const [, flag = ''] of text.matchAll(/`--([a-z-]+)/g)) expect(flags, flag).toContain(flag);
  });
});

describe('the image', () => {
  const lines = read('deploy/Dockerfile').split('\n');
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('is built in one stage and run in another, as a user without rights', () => {
    expect(lines.filter((line) => line.startsWith('FROM '))).toHaveLength(2);
    const user = lastStage.findLast((line) => line.startsWith('USER '));
    expect(user).toBe('USER node');
    expect(lastStage.filter((line) => line.startsWith('RUN '))).toEqual([]);
    expect(
      lastStage
        .filter((line) => line.startsWith('COPY '))
        .every((line) => line.includes('--from=build')),
    ).toBe(true);
  });

  it('starts the built command in a form that receives signals, and asks its health', () => {
    const text = lastStage.join('\n');
    expect(text).toContain('ENTRYPOINT ["node", "/app/dist/do-mcp.cjs"]');
    expect(text).toContain('/healthz');
    const { bin } = z
      .object({ bin: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    expect(bin['do-mcp']).toBe('dist/do-mcp.cjs');
  });
});

describe('Docker Compose', () => {
  const service = z.looseObject({
    environment: z.record(z.string(), z.string()).optional(),
    networks: z.array(z.string()),
    read_only: z.boolean().optional(),
    cap_drop: z.array(z.string()),
    stop_grace_period: z.string().optional(),
    depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
    ports: z.array(z.string()).optional(),
  });
  const compose = z
    .object({
      services: z.record(z.string(), service),
      networks: z.record(
        z.string(),
        z.looseObject({
          ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }).optional(),
        }),
      ),
      volumes: z.record(z.string(), z.unknown()),
    })
    .loose()
    .parse(documentsIn('deploy/compose.yaml')[0]);
  const replicas = ['mcp-1', 'mcp-2'].map((name) => compose.services[name]);

  it('has two replicas that share Valkey, cannot be reached from outside and get time to stop', () => {
    for (const replica of replicas) {
      expect(replica?.environment?.['DO_MCP_REDIS_URL']).toBe('redis://valkey:6379');
      expect(replica?.ports).toBeUndefined();
      expect(replica?.read_only).toBe(true);
      expect(Number.parseInt(replica?.stop_grace_period ?? '', 10)).toBeGreaterThan(leastGrace);
    }
    expect(compose.services['valkey']?.ports).toBeUndefined();
  });

  it('trusts as a proxy just the network in which the balancer is', () => {
    const subnet = compose.networks['inside']?.ipam?.config[0]?.subnet;
    for (const replica of replicas)
      expect(replica?.environment?.['DO_MCP_TRUSTED_PROXIES']).toBe(subnet);
    expect(compose.services['balancer']?.networks).toContain('inside');
  });

  it('refers only to services and networks that it has', () => {
    for (const { networks, depends_on: needs } of Object.values(compose.services)) {
      for (const network of networks) expect(compose.networks).toHaveProperty(network);
      for (const name of Array.isArray(needs) ? needs : Object.keys(needs ?? {}))
        expect(compose.services).toHaveProperty(name);
    }
  });

  it('balances over all replicas by readiness, passes events on and keeps the numbers inside', () => {
    const caddy = read('deploy/Caddyfile');
    expect(caddy).toMatch(/reverse_proxy mcp-1:8080 mcp-2:8080/);
    expect(caddy).toMatch(/health_uri \/readyz/);
    expect(caddy).toMatch(/flush_interval -1/);
    expect(caddy).toMatch(/@numbers path \/metrics\n\s*respond @numbers 404/);
    expect(caddy.split('{').length).toBe(caddy.split('}').length);
  });
});

describe('App Platform', () => {
  const [spec] = documentsIn('deploy/app-platform.yaml');

  it("is a specification that DigitalOcean's API takes", async () => {
    const box = createToolBox();
    const tool = await box.named('apps_create');
    if (!tool) throw new Error('there is no tool that creates apps');
    const checked = await box.validate(tool, { spec });
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(await box.validate(tool, { spec: { name: 5 } })).toMatchObject({ ok: false });
  });

  it('has two instances, the health paths and time to stop', () => {
    const { services } = z
      .looseObject({
        services: z.array(
          z.looseObject({
            instance_count: z.number(),
            envs: z.array(z.looseObject({ key: z.string() })),
            health_check: z.looseObject({ http_path: z.string() }),
            liveness_health_check: z.looseObject({ http_path: z.string() }),
            termination: z.looseObject({ grace_period_seconds: z.number() }),
          }),
        ),
      })
      .parse(spec);
    expect(services[0]).toMatchObject({
      instance_count: 2,
      health_check: { http_path: '/readyz' },
      liveness_health_check: { http_path: '/healthz' },
    });
    expect(services[0]?.envs).toContainEqual(
      expect.objectContaining({ key: 'DO_MCP_AUDIT', value: '/dev/stderr' }),
    );
    expect(services[0]?.termination.grace_period_seconds).toBeGreaterThan(leastGrace);
  });
});

describe('Kubernetes', () => {
  const manifest = z.looseObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
    spec: z.looseObject({}).optional(),
    data: z.record(z.string(), z.string()).optional(),
    stringData: z.record(z.string(), z.string()).optional(),
  });
  const manifests = documentsIn('deploy/kubernetes.yaml').map((document) =>
    manifest.parse(document),
  );
  const deployment = z.looseObject({
    replicas: z.number(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.looseObject({
      metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
      spec: z.looseObject({
        terminationGracePeriodSeconds: z.number().optional(),
        securityContext: z.looseObject({
          runAsNonRoot: z.literal(true),
        }),
        containers: z.array(
          z.looseObject({
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            resources: z.object({
              requests: z.record(z.string(), z.string()),
              limits: z.record(z.string(), z.string()),
            }),
            volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).optional(),
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
              capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
            }),
          }),
        ),
      }),
    }),
  });
  const ofKind = (kind: string) => manifests.filter((one) => one.kind === kind);
  const deployments = [...ofKind('Deployment'), ...ofKind('StatefulSet')].map(
    ({ metadata, spec }) => ({
      name: metadata.name,
      ...deployment.parse(spec),
    }),
  );

  it('names every object once, all but the namespace inside it', () => {
    const names = manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { kind, metadata } of manifests)
      expect(metadata.namespace).toBe(kind === 'Namespace' ? undefined : 'digitalocean-mcp');
  });

  it('runs two replicas without rights, with time to stop, and settings that exist', () => {
    const replicas = deployments.find(({ name }) => name === 'mcp');
    expect(replicas?.replicas).toBe(2);
    expect(replicas?.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(leastGrace);
    for (const name of Object.keys(ofKind('ConfigMap')[0]?.data ?? {}))
      expect(variables).toContain(name);
  });

  it('has secrets of variables that the server reads', () => {
    for (const name of Object.keys(ofKind('Secret')[0]?.stringData ?? {}))
      expect(variables).toContain(name);
  });

  it('selects pods that exist, by services and by deployments', () => {
    for (const { selector, template } of deployments)
      expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    for (const { metadata, spec } of ofKind('Service')) {
      const { selector, ports } = z
        .looseObject({
          selector: z.record(z.string(), z.string()),
          ports: z.array(z.looseObject({ targetPort: z.string() })),
        })
        .parse(spec);
      const target = deployments.find(
        ({ template }) => template.metadata.labels['app'] === selector['app'],
      );
      expect(target, metadata.name).toBeDefined();
      const named = target?.template.spec.containers.flatMap((container) =>
        container.ports.map(({ name }) => name),
      );
      for (const { targetPort } of ports) expect(named).toContain(targetPort);
    }
  });

  it('asks the right paths and lets nothing in but MCP and the doors of operators', () => {
    const text = read('deploy/kubernetes.yaml');
    expect(text).toMatch(/readinessProbe:\n\s+httpGet: \{ path: \/readyz/);
    expect(text).toMatch(/livenessProbe:\n\s+httpGet: \{ path: \/healthz/);
    const [ingress] = ofKind('Ingress');
    expect(JSON.stringify(ingress?.spec).match(/"path":"[^"]*"/g)).toEqual([
      '"path":"/mcp"',
      '"path":"/approvals"',
    ]);
  });
});
