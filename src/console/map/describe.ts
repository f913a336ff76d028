// Gathers everything that is known of one endpoint: entry, scopes, limits, prices, harm, schema and an example.
import { loadBills } from '../../../scope-map/bills.ts';
import type { Charge } from '../../../scope-map/endpoint/bill.ts';
import type { Harm, Harmless } from '../../../scope-map/endpoint/harm.ts';
import type { When } from '../../../scope-map/endpoint.ts';
import { harmOf } from '../../../scope-map/harms.ts';
import type { Scope } from '../../../scope-map/scopes.ts';
import { wholeSchemaOf } from '../../../tools/request/in-full.ts';
import type { Tool } from '../../../tools/tool/tool.ts';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { withRequired } from '../../guard/least-scopes.ts';
import type { ConditionView, EndpointDetails, HarmView, ScopeNeed } from './details.ts';
import { exampleOf } from './example.ts';
import type { MapRow } from './row.ts';

const document = 'https://docs.digitalocean.com/reference/api/digitalocean/#operation/';

const needOf = (scope: Scope): ScopeNeed => ({
  scope,
  brings: withRequired([scope]).filter((one) => one !== scope),
});

const inWords = ({ argument, is, absent }: When): string => {
  const values = is?.map(String).join(' or ');
  if (values === undefined) return absent ? `${argument} is left out` : `${argument} is given`;
  return `${argument} is ${absent ? 'none of ' : ''}${values}`;
};

const conditionsOf = ({ endpoint }: Tool): readonly ConditionView[] =>
  (endpoint.conditions ?? []).map(({ when, needs = [], effect, cost, loses }) => ({
    when: inWords(when),
    needs,
    ...(effect && { effect }),
    ...(cost && { cost }),
    ...(loses !== undefined && { loses }),
  }));

const losesData = ({ losesData: loses }: Harm | Harmless): HarmView['losesData'] =>
  loses === undefined ? 'never' : loses === true ? 'always' : 'sometimes';

const harmView = (harm: Harm | Harmless): HarmView => ({
  kind: harm.kind,
  losesData: losesData(harm),
  hangs: 'hangs' in harm ? harm.hangs.map(({ kind, fate }) => ({ kind, fate })) : [],
  ...('nothingHangs' in harm && { nothingHangs: harm.nothingHangs }),
});

/** DigitalOcean's limits for every token (its API description, Rate Limit), and the tighter ones of single endpoints. */
const limitsOf = ({ endpoint }: Tool): readonly string[] => {
  const usual = '5,000 requests an hour and 250 a minute, for everything a token does.';
  if (endpoint.limit === undefined) return [usual];
  return [
    usual,
    endpoint.limit === 'cdn'
      ? 'DigitalOcean limits calls of CDN endpoints more tightly.'
      : 'DigitalOcean limits lists of SSH keys more tightly.',
  ];
};

const priceOf = (charge: Charge): string => {
  switch (charge.kind) {
    case 'listed':
    case 'told':
    case 'own':
      return "Priced by DigitalOcean's own list, asked when the call is made.";
    case 'dated':
      return "Priced from DigitalOcean's pages as of a known day.";
    case 'share':
      return 'A share of another price.';
    case 'not_priced':
      return `Not priced: ${charge.what}.`;
  }
};

const pricesOf = async ({ endpoint }: Tool): Promise<readonly string[]> => {
  const charges = (await loadBills(endpoint.area))[endpoint.id] ?? [];
  return [...new Set(charges.map(priceOf))];
};

/** Everything about a tool's endpoint. */
export const describeEndpoint = async (
  box: ToolBox,
  tool: Tool,
  row: MapRow,
): Promise<EndpointDetails> => {
  const { endpoint, places } = tool;
  const { discloses, watch, deprecated } = endpoint;
  const [harm, prices, schema, example] = await Promise.all([
    harmOf(endpoint.area, endpoint.id),
    pricesOf(tool),
    wholeSchemaOf(tool, tool.inputSchema),
    exampleOf(box, tool),
  ]);
  const isRead = endpoint.requires.flat().every((scope) => scope.endsWith(':read'));
  return {
    row,
    description: tool.description,
    alternatives: endpoint.requires.map((all) => all.map(needOf)),
    conditions: conditionsOf(tool),
    coveredBy: isRead ? ['api:read', 'api:write'] : ['api:write'],
    formerNames: endpoint.aliases ?? [],
    actsOn: places.path.length > 0 ? places.path : [],
    version: endpoint.path.split('/')[1] ?? '',
    limits: limitsOf(tool),
    prices,
    ...(discloses && {
      gives: {
        kind: discloses.kind,
        fields: discloses.fields,
        only: discloses.only ?? false,
      },
    }),
    ...(harm && { harm: harmView(harm) }),
    ...(watch && {
      lifeCycle: {
        what: watch.what,
        usually: watch.usually,
        done: watch.done,
        failed: watch.failed,
      },
    }),
    ...(deprecated !== undefined && { insteadUse: deprecated }),
    schema,
    example,
    link: `${document}${endpoint.id}`,
  };
};
