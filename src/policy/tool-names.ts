// The tools that grants and rules name: former names become current ones, and what means no tool is found.
import { nearestTool } from '../../tools/nearest-tool.ts';
import { ownTools } from '../../tools/own-tools.ts';
import { matcherOf } from './pattern.ts';
import type { WrittenPolicy } from './shape.ts';

/** Every tool name and alias, each with its current name. */
export type ToolNames = ReadonlyMap<string, string>;

/** A name of a tool that cannot stand where it does. */
export interface LostName {
  readonly path: readonly (string | number)[];
  /** What is wrong, in words. */
  readonly why: string;
  /** Undefined where nothing is near. */
  readonly meant?: string | undefined;
}

const isPattern = (name: string): boolean => /[*?]/.test(name);

/** The names of a grant or rule with current names; those that cannot stand there go to `lost`. */
const currentNames = (
  names: readonly string[],
  path: readonly (string | number)[],
  known: ToolNames,
  asks: boolean,
  lost: LostName[],
): string[] =>
  names.map((name, index) => {
    const place = [...path, 'tools', index];
    const current = known.get(name);
    if (current !== undefined) {
      if (asks && ownTools.includes(current))
        lost.push({
          path: place,
          why: `${current} only reads, by reads that are asked about by themselves: allow or deny it`,
        });
      return current;
    }
    if (!isPattern(name))
      lost.push({
        path: place,
        why: 'there is no tool of this name',
        meant: nearestTool(name, known.keys()),
      });
    else if (![...known.values()].some(matcherOf([name])))
      lost.push({ path: place, why: 'no tool is meant by this pattern' });
    return name;
  });

/** A policy in which every tool has its current name, and the names that cannot stand in it. */
export const withCurrentNames = (
  written: WrittenPolicy,
  known: ToolNames,
): { readonly policy: WrittenPolicy; readonly lost: readonly LostName[] } => {
  const lost: LostName[] = [];
  const renamed = <
    One extends { readonly tools?: string[] | undefined; readonly decision?: string },
  >(
    list: 'grants' | 'rules',
    all: readonly One[] | undefined,
  ): readonly One[] | undefined =>
    all?.map((one, index) =>
      one.tools
        ? {
            ...one,
            tools: currentNames(one.tools, [list, index], known, one.decision === 'ask', lost),
          }
        : one,
    );
  const { grants, rules, observe } = written;
  return {
    policy: { grants: renamed('grants', grants), rules: renamed('rules', rules), observe },
    lost,
  };
};
