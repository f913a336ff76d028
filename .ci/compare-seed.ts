// Compares our list of seed endpoints with the one that the project was given, line by line.
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { seed } from '../test/scope-map/seed.ts';

const [file = ''] = process.argv.slice(2);
const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const given = lines.map((line) => {
  const [, method, path, id, , scopes = ''] = line.split(',');
  const alternatives = scopes.split('|').map((one) => one.split('+').map((scope) => scope.trim()));
  return [id, method, path, alternatives];
});
deepStrictEqual(seed, given);
