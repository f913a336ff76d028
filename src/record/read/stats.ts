// Counts what is on record.
import type { Recorded } from './choose.ts';

/** Counts of one agent, or of one tool. */
export interface Count {
  readonly name: string;
  readonly calls: number;
  readonly changes: number;
  readonly refused: number;
  /** Sent, and without success. */
  readonly failed: number;
}

/** What a record holds, counted. */
export interface Stats {
  readonly from: string | null;
  readonly to: string | null;
  readonly calls: number;
  readonly agents: readonly Count[];
  readonly tools: readonly Count[];
  /** How often calls ended so, most first. */
  readonly results: readonly { readonly result: string; readonly calls: number }[];
}

type Counting = { -readonly [Name in keyof Count]: Count[Name] };

const counter = () => {
  const counts = new Map<string, Counting>();
  return {
    of: (name: string): Counting => {
      const known = counts.get(name) ?? { name, calls: 0, changes: 0, refused: 0, failed: 0 };
      counts.set(name, known);
      return known;
    },
    all: (): readonly Count[] => [...counts.values()].toSorted((a, b) => b.calls - a.calls),
  };
};

/** A call is counted at its beginning, which for a change is its intent; how it ended, at its end. */
export const statsOf = (lines: Iterable<Recorded>): Stats => {
  const agents = counter();
  const tools = counter();
  const results = new Map<string, number>();
  let from: string | null = null;
  let to: string | null = null;
  let calls = 0;
  for (const line of lines) {
    const { kind, result } = line;
    from ??= String(line['at']);
    to = String(line['at']);
    if (kind !== 'outcome') calls += 1;
    for (const count of [agents.of(String(line['agent'])), tools.of(String(line['tool']))]) {
      if (kind !== 'outcome') count.calls += 1;
      if (kind === 'intent' || kind === 'change') count.changes += 1;
      if (kind === 'refused') count.refused += 1;
      else if (kind !== 'intent' && kind !== 'dry_run' && result !== 'ok') count.failed += 1;
    }
    if (kind !== 'intent') results.set(String(result), (results.get(String(result)) ?? 0) + 1);
  }
  return {
    from,
    to,
    calls,
    agents: agents.all(),
    tools: tools.all(),
    results: [...results]
      .map(([result, times]) => ({ result, calls: times }))
      .toSorted((a, b) => b.calls - a.calls),
  };
};
