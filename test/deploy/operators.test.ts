// The file of operators in the recipe for Kubernetes: the same for all replicas, where the server looks, and one that it takes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operatorsIn } from '../../src/http/operators/operator-file.ts';

const recipe = readFileSync(new URL('../../deploy/kubernetes.yaml', import.meta.url), 'utf8');

const one = (pattern: RegExp): string => {
  const found = pattern.exec(recipe)?.[1];
  if (found === undefined) throw new Error(`nothing like ${pattern} in the recipe`);
  return found;
};

it('gives all replicas the same operators, from a file that the server takes', () => {
  expect(operatorsIn(one(/^ {2}operators\.json: '(.*)'$/m), 'operators.json')).toEqual([]);
  const folder = one(/\{ name: operators, mountPath: (\S+), readOnly: true \}/);
  expect(one(/^ {2}DO_MCP_OPERATORS: (\S+)$/m)).toBe(`${folder}/operators.json`);
  expect(recipe).toMatch(/- name: operators\n\s+secret: \{ secretName: mcp-operators \}/);
});
