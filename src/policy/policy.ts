// A policy ready to be asked: what an agent's entry says, with its patterns made and its times read.
import type { Area } from '../../scope-map/areas.ts';
import { matcherOf } from './pattern.ts';
import {
  type Access,
  type Dimension,
  dimensions,
  type WrittenGrant,
  type WrittenPolicy,
  type WrittenRule,
} from './shape.ts';

type Matcher = (text: string) => boolean;

/** Which calls are meant; what is absent means all. */
export interface Bounds {
  /** Where it stands, such as `agents.0.grants.1`. */
  readonly place: string;
  readonly areas: ReadonlySet<Area> | undefined;
  readonly tools: Matcher | undefined;
  readonly access: ReadonlySet<Access> | undefined;
  /** Absent: all things. */
  readonly resources: ReadonlyMap<Dimension, Matcher> | undefined;
  /** Of them, the projects as they are written. */
  readonly projects: readonly string[];
  readonly when: readonly {
    readonly argument: string;
    readonly meets: (value: unknown) => boolean;
  }[];
  /** Milliseconds since the epoch at which it ends. */
  readonly until: number;
}

/** What an agent may work with at all. */
export interface Grant extends Bounds {
  readonly most: readonly { readonly argument: string; readonly most: number }[];
}

/** What becomes of calls within the grants. */
export interface Rule extends Bounds {
  readonly decision: 'allow' | 'ask' | 'deny';
}

/** What one agent may. */
export interface Policy {
  /** Where its grants and its rules stand, such as `agents.0.grants`. */
  readonly grantsAt: string;
  readonly rulesAt: string;
  /** Null: everything within the limits. */
  readonly grants: readonly Grant[] | null;
  readonly rules: readonly Rule[];
  readonly observes: boolean;
}

const meetsOneOf = (values: readonly (string | number | boolean)[]) => {
  const texts = matcherOf(values.filter((one) => typeof one === 'string'));
  return (value: unknown): boolean =>
    typeof value === 'string' || typeof value === 'number'
      ? values.some((one) => one === value) || texts(String(value))
      : values.some((one) => one === value);
};

const boundsOf = (written: Omit<WrittenRule, 'decision'>, place: string): Bounds => {
  const { areas, tools, access, resources, when = {}, until } = written;
  return {
    place,
    areas: areas && new Set(areas),
    tools: tools && matcherOf(tools),
    access: access && new Set(access),
    resources:
      resources &&
      new Map(
        dimensions.flatMap((dimension) => {
          const patterns = resources[dimension];
          return patterns ? [[dimension, matcherOf(patterns)] as const] : [];
        }),
      ),
    projects: resources?.projects ?? [],
    when: Object.entries(when).map(([argument, values]) => ({
      argument,
      meets: meetsOneOf(values),
    })),
    until: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
  };
};

const grantOf = (written: WrittenGrant, place: string): Grant => ({
  ...boundsOf(written, place),
  most: Object.entries(written.most ?? {}).map(([argument, most]) => ({ argument, most })),
});

/**
 * The policy in an agent's entry; undefined where it has neither grants nor rules.
 * @param place where the entry stands, such as `agents.0`; empty for the file itself.
 */
export const policyIn = (written: WrittenPolicy, place: string): Policy | undefined => {
  const { grants, rules, observe } = written;
  if (grants === undefined && rules === undefined) return undefined;
  const before = place === '' ? '' : `${place}.`;
  const [grantsAt, rulesAt] = [`${before}grants`, `${before}rules`];
  return {
    grantsAt,
    rulesAt,
    grants: grants?.map((grant, index) => grantOf(grant, `${grantsAt}.${index}`)) ?? null,
    rules: (rules ?? []).map((rule, index) => ({
      ...boundsOf(rule, `${rulesAt}.${index}`),
      decision: rule.decision,
    })),
    observes: observe === true,
  };
};

/** A policy that grants nothing. @param why what stands in the place of the grants, such as `the file is gone`. */
export const nothingGranted = (why: string): Policy => ({
  grantsAt: why,
  rulesAt: why,
  grants: [],
  rules: [],
  observes: false,
});

/** When its grants and rules end. */
export const endsOf = ({ grants, rules }: Policy): readonly number[] =>
  [...(grants ?? []), ...rules].map(({ until }) => until);

/** What of it has not ended yet. */
export const inForceAt = (policy: Policy, now: number): Policy => ({
  ...policy,
  grants: policy.grants?.filter(({ until }) => until > now) ?? null,
  rules: policy.rules.filter(({ until }) => until > now),
});
