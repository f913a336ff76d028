// No placeholder of a simulated operation takes another operation's path for an id.
import { expect, it } from 'vitest';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import { createRouter } from '../../src/simulation/exchange/router.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';

const shape = (path: string): string => path.replaceAll(/\{[^}]+\}/g, '{}');

it('every operation is answered by its own route or by none', () => {
  const router = createRouter(areaRoutes);
  const swallowed = catalogue.flatMap(({ method, path }) => {
    const found = router.match(method, path.replaceAll(/\{[^}]+\}/g, 'any'));
    const isOwn = found === undefined || shape(found.route.path) === shape(path);
    return isOwn ? [] : [`${method} ${path} is taken by ${found.route.path}`];
  });
  expect(swallowed).toEqual([]);
});
