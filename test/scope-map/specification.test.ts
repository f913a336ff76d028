// Reads specifications of many files: joined into one, from their own folder only, nothing fetched unasked.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shapesOf } from '../../scripts/catalogue/shapes/distil.ts';
import { readSpecification } from '../../scripts/catalogue/specification.ts';

const fixture = fileURLToPath(new URL('fixtures/specification', import.meta.url));

const kite = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    description: { type: 'string', nullable: true },
    id: { type: 'string', format: 'uuid', readOnly: true },
  },
};

const kiteShapes = {
  replies: {
    operations: {
      kites_list: {
        200: {
          'application/json': {
            type: 'object',
            properties: { kites: { type: 'array', items: { $ref: 'kite' } } },
          },
        },
      },
      kites_patch: { 200: { 'application/json': { $ref: 'kite' } } },
    },
    contents: {},
    schemas: { kite },
    uuids: ['xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'],
  },
  requests: {
    operations: {
      kites_list: {
        method: 'GET',
        path: '/v2/kites',
        scopes: [['kite:read']],
        parameters: ['page'],
      },
      kites_patch: {
        method: 'PATCH',
        path: '/v2/kites/{kite_id}',
        scopes: [['kite:update']],
        parameters: [
          {
            name: 'kite_id',
            in: 'path',
            required: true,
            schema: { type: 'string', format: 'uuid' },
          },
        ],
        body: { 'application/json': { $ref: 'kite' } },
      },
    },
    parameters: {
      page: { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, default: 1 } },
    },
    schemas: {},
  },
};

describe('a specification of many files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'specification-'));
    await cp(fixture, join(folder, 'kites'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const root = (): string => join(folder, 'kites', 'api.yaml');
  const list = (): string => join(folder, 'kites', 'resources', 'kites', 'list.yml');
  const pointElsewhere = async (elsewhere: string): Promise<void> => {
    const text = await readFile(list(), 'utf8');
    await writeFile(list(), text.replace('models/kite.yml', elsewhere));
  };

  it('is joined into one document, whose shapes have facts and no words', async () => {
    expect(shapesOf(await readSpecification(root()))).toEqual(kiteShapes);
  });

  it('has the same shapes in one piece, as YAML or JSON', async () => {
    const path = join(folder, 'whole.json');
    await writeFile(path, JSON.stringify(await readSpecification(root())));
    expect(shapesOf(await readSpecification(path))).toEqual(kiteShapes);
  });

  it('names the file that is not there', async () => {
    await pointElsewhere('models/balloon.yml');
    await expect(readSpecification(root())).rejects.toThrow(/balloon\.yml/);
  });

  it.each(['../../../outside.yml', '/etc/hostname'])('reads nothing at %s', async (elsewhere) => {
    await writeFile(join(folder, 'outside.yml'), 'type: string');
    await pointElsewhere(elsewhere);
    await expect(readSpecification(root())).rejects.toThrow('outside the folder');
  });

  it('follows no link out of its folder', async () => {
    await writeFile(join(folder, 'outside.yml'), 'type: string');
    await symlink(join(folder, 'outside.yml'), join(folder, 'kites', 'shared', 'link.yml'));
    await pointElsewhere('../../shared/link.yml');
    await expect(readSpecification(root())).rejects.toThrow('outside the folder');
  });

  describe('at an address', () => {
    let server: Server;
    let asked: string[] = [];
    const at = (path: string): string => {
      const bound = server.address();
      return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : bound}${path}`;
    };
    beforeEach(async () => {
      asked = [];
      server = createServer(async ({ url = '' }, reply) => {
        asked.push(url);
        const text = await readFile(join(folder, url), 'utf8').catch(() => undefined);
        reply.writeHead(text === undefined ? 404 : 200).end(text);
      });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    });
    afterEach(() => new Promise((done) => server.close(done)));

    it('is refused when other files would have to be fetched unasked', async () => {
      await expect(readSpecification(at('/kites/api.yaml'))).rejects.toThrow('--follow');
      expect(asked).toEqual(['/kites/api.yaml']);
    });

    it('is followed when asked', async () => {
      const content = await readSpecification(at('/kites/api.yaml'), { follow: true });
      expect(shapesOf(content)).toEqual(kiteShapes);
    });

    it('is not followed to another folder or host', async () => {
      await writeFile(join(folder, 'outside.yml'), 'type: string');
      for (const elsewhere of [
        at('/outside.yml'),
        at('/kites/').replace('127.0.0.1', 'localhost'),
      ]) {
        await cp(fixture, join(folder, 'kites'), { recursive: true });
        await pointElsewhere(elsewhere);
        await expect(readSpecification(at('/kites/api.yaml'), { follow: true })).rejects.toThrow(
          'outside the folder',
        );
      }
      expect(asked).not.toContain('/outside.yml');
    });

    it('and a file here may not send us to an address', async () => {
      await pointElsewhere(at('/kites/resources/kites/models/kite.yml'));
      await expect(readSpecification(root(), { follow: true })).rejects.toThrow(
        'outside the folder',
      );
      expect(asked).toEqual([]);
    });
  });
});
