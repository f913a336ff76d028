// The shape of grants and rules, as they are written in the file of agents.
import * as z from 'zod';
import { areaNames } from '../../scope-map/areas.ts';

/** What a call does, in the words of a policy. */
export const accessNames = ['read', 'change', 'bill', 'disclose', 'destroy'] as const;

/** What a call does: it reads, changes, adds to the bill, gives a credential away, destroys. */
export type Access = (typeof accessNames)[number];

/** What things are told apart by. */
export const dimensions = [
  'ids',
  'names',
  'tags',
  'projects',
  'regions',
  'sizes',
  'domains',
] as const;

/** One of the properties by which things are told apart. */
export type Dimension = (typeof dimensions)[number];

const pattern = z.string().min(1).max(256);
const patterns = z.array(pattern).min(1).max(1_000);

const instant = z.iso.datetime({
  offset: true,
  error: 'must be a date and time with its zone, such as 2027-01-31T18:00:00Z',
});

const argumentName = z
  .string()
  .regex(
    /^[A-Za-z_][\w-]*(\.[A-Za-z_*][\w-]*)*$/,
    'must be the name of an argument, with dots into objects and lists',
  );

const value = z.union([pattern, z.number(), z.boolean()], {
  error: 'must be a text (with * and ?), a number, true or false',
});

/** How things are told apart. */
export const resourcesShape = z.strictObject({
  ids: patterns.optional().describe('Ids of things.'),
  names: patterns.optional().describe('Names of things.'),
  tags: patterns.optional().describe('Tags, of which a thing carries one.'),
  projects: patterns.optional().describe('Ids of projects.'),
  regions: patterns.optional().describe('Slugs of regions.'),
  sizes: patterns.optional().describe('Slugs of sizes.'),
  domains: patterns.optional().describe('Domains.'),
});

const bounds = {
  areas: z.array(z.enum(areaNames)).min(1).optional().describe('Areas of tools.'),
  tools: z.array(pattern).min(1).optional().describe('Names of tools; * and ? stand for others.'),
  access: z.array(z.enum(accessNames)).min(1).optional().describe('What calls do. Default: any.'),
  resources: resourcesShape
    .refine((one) => Object.keys(one).length > 0, 'names nothing: leave it out to mean all things')
    .optional()
    .describe('The things that calls work on; each property that is named has to fit.'),
  when: z
    .record(argumentName, z.array(value).min(1))
    .optional()
    .describe('Arguments by name, each with the values that it may have.'),
  until: instant.optional().describe('When it ends.'),
  note: z.string().optional().describe('For people.'),
};

/** A grant: what an agent may work with at all. */
export const grantShape = z.strictObject({
  ...bounds,
  most: z
    .record(argumentName, z.number().min(0))
    .optional()
    .describe(
      'Arguments by name, each with the largest number, or the longest list, that it may be.',
    ),
});

/** A rule: what becomes of calls within the grants. */
export const ruleShape = z.strictObject({
  ...bounds,
  decision: z
    .enum(['allow', 'ask', 'deny'])
    .describe('Of several rules that fit, deny wins over ask, and ask over allow.'),
});

/** The part of an agent's entry that is its policy. */
export const policyFields = {
  grants: z
    .array(grantShape)
    .max(200)
    .optional()
    .describe(
      'What is not granted is denied and hidden. Without this field everything within the limits is granted.',
    ),
  rules: z
    .array(ruleShape)
    .max(200)
    .optional()
    .describe(
      'Where no rule fits, reading is allowed, changing, billing and disclosing ask a person, destroying is denied.',
    ),
  observe: z.boolean().optional().describe('Only watch: decide and record, and refuse nothing.'),
};

/** What may be spent: of an agent, and at the top of the file of all agents together. */
export const budgetFields = {
  max_monthly_usd: z
    .number()
    .min(0)
    .max(10_000_000)
    .optional()
    .describe(
      'US dollars a month that what was made or raised, and still exists, may cost. What has no known price is refused then, unless a rule allows it.',
    ),
  max_creates_per_hour: z
    .int()
    .min(0)
    .max(1_000)
    .optional()
    .describe('Things that cost and may be made within any hour.'),
};

/** An agent's policy alone. */
export const policyShape = z.strictObject(policyFields);

/** A grant as written. */
export type WrittenGrant = z.infer<typeof grantShape>;
/** A rule as written. */
export type WrittenRule = z.infer<typeof ruleShape>;

/** The policy of an agent as written. */
export interface WrittenPolicy {
  readonly grants?: readonly WrittenGrant[] | undefined;
  readonly rules?: readonly WrittenRule[] | undefined;
  readonly observe?: boolean | undefined;
}
