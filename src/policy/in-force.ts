// The policy of one agent as the guard asks it. There may be several at once, after a faulty change: the strictest counts.
import type { PolicyInForce, Ruling, ToRead } from '../guard/policy.ts';
import { callOf } from './call.ts';
import { decide } from './decide.ts';
import { hiddenBy } from './hidden.ts';
import { ownRefusal } from './own-tools.ts';
import type { Policy } from './policy.ts';
import { shownItems } from './shown-items.ts';
import { toReadFor } from './to-read.ts';

const strictness: Readonly<Record<Ruling['answer'], number>> = { allow: 0, ask: 1, deny: 2 };

const strictest = (rulings: readonly Ruling[]): Ruling | undefined =>
  rulings.toSorted((a, b) => strictness[b.answer] - strictness[a.answer])[0];

/** @param policies at least one. */
export const inForce = (policies: readonly Policy[]): PolicyInForce => {
  const governing = policies.filter(({ observes }) => !observes);
  const watching = policies.filter(({ observes }) => observes);
  return {
    hides: (outline) => {
      for (const policy of governing) {
        const reason = hiddenBy(policy, outline);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    refusesOwn: (tool, given) => {
      for (const policy of governing) {
        const reason = ownRefusal(policy, tool, given);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    rule: (ruled) => {
      const by = (policy: Policy): Ruling => decide(policy, callOf(ruled, policy));
      const told = strictest(governing.map(by));
      if (told) return told;
      const seen = strictest(watching.map(by));
      if (!seen) throw new Error('an agent without a policy was put before one');
      return { ...seen, observed: true };
    },
    toRead: (ruled) => {
      const reads = new Map<string, ToRead>();
      for (const policy of policies)
        for (const read of toReadFor(policy, ruled)) reads.set(read.key, read);
      return [...reads.values()];
    },
    shows: (ruled) => {
      const all = governing.flatMap((policy) => shownItems(policy, ruled) ?? []);
      return all.length === 0 ? undefined : (item) => all.every((shows) => shows(item));
    },
  };
};
