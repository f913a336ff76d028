// What advice in tests is about: a call of a real tool by somebody who may use everything but what a test takes away.
import { areaNames } from '../../scope-map/areas.ts';
import type { OperationId } from '../../scope-map/facts.ts';
import type { About } from '../../src/advice/about.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import { createToolBox } from '../../tools/tool-box.ts';

const box = createToolBox();
const tools = await box.all();

/** A token that holds just these scopes. */
export const holding = (...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'digitalocean',
  expiresAt: null,
});

/** A call of this operation. */
export const aboutCall = (
  operation: OperationId,
  own: {
    readonly given?: Arguments;
    readonly grant?: Grant;
    readonly leftOut?: readonly string[];
  } = {},
): About => {
  const tool = tools.find(({ endpoint }) => endpoint.id === operation);
  if (!tool) throw new Error(`there is no tool for ${operation}`);
  return {
    tool,
    given: own.given ?? {},
    guard: new Guard(
      {
        areas: new Set(areaNames),
        areasNamed: false,
        named: new Set(),
        added: new Set(),
        leftOut: new Set(own.leftOut),
        readOnly: false,
        allowSecrets: false,
      },
      own.grant ?? holding('api:write'),
    ),
    box,
  };
};
