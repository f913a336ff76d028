// The tools that grants and rules name: former names become current ones, and what means no tool is found.
import { nearestTool } from '../../tools/nearest-tool.ts';
import { ownTools } from '../../tools/own-tools.ts';
import { matcherOf } from './pattern.ts';
import type { WrittenPolicy } from './shape.ts';

/** Every tool name and alias, each with its current name. */
export type ToolNames = ReadonlyMap<string, string>;

/** A name or a pattern that means no tool. */
export interface MeansNothing {
  readonly path: readonly (string | number)[];
  /** Undefined for a pattern, and where nothing is near. */
  readonly meant: string | undefined;
  readonly isPattern: boolean;
}

const isPattern = (name: string): boolean => /[*?]/.test(name);

/** The names of a grant or rule with current names; those that mean no tool go to `lost`. */
const currentNames = (
  names: readonly string[],
  path: readonly (string | number)[],
  known: ToolNames,
  lost: MeansNothing[],
): string[] =>
  names.map((name, index) => {
    const current = known.get(name);
    // Our own tools are what the reads are that they make: a rule about one of them would do nothing.
    if (current !== undefined && !ownTools.includes(current)) return current;
    const pattern = isPattern(name);
    if (pattern && [...known.values()].some(matcherOf([name]))) return name;
    const meant = pattern ? undefined : nearestTool(name, known.keys());
    lost.push({ path: [...path, 'tools', index], meant, isPattern: pattern });
    return name;
  });

/** A policy in which every tool has its current name, and what in it means no tool. */
export const withCurrentNames = (
  written: WrittenPolicy,
  known: ToolNames,
): { readonly policy: WrittenPolicy; readonly lost: readonly MeansNothing[] } => {
  const lost: MeansNothing[] = [];
  const renamed = <One extends { readonly tools?: string[] | undefined }>(
    list: 'grants' | 'rules',
    all: readonly One[] | undefined,
  ): readonly One[] | undefined =>
    all?.map((one, index) =>
      one.tools ? { ...one, tools: currentNames(one.tools, [list, index], known, lost) } : one,
    );
  const { grants, rules, observe } = written;
  return {
    policy: { grants: renamed('grants', grants), rules: renamed('rules', rules), observe },
    lost,
  };
};
