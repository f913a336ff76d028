// Checks the relations between arguments that a flat schema cannot express.
import type { Rule, When } from '../../scope-map/endpoint.ts';
import { beginningOf } from '../cut-text.ts';
import { valuesAt } from '../places.ts';
import type { Arguments } from '../tool/tool.ts';
import { withoutDomain } from './relative-name.ts';
import { isFilled, isTrueOf } from './when.ts';

const list = (names: readonly string[], word: 'and' | 'or'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

const say = ({ argument, is, absent }: When): string => {
  const not = absent ? 'not ' : '';
  return is === undefined
    ? `${argument} is ${not}given`
    : `${argument} is ${not}${list(is.map(String), 'or')}`;
};

const are = (names: readonly string[]): string =>
  `${list(names, 'and')} ${names.length === 1 ? 'is' : 'are'}`;

const present = (names: readonly string[], given: Arguments): readonly string[] =>
  names.filter((name) => valuesAt(given, name).length > 0);

const broken = (rule: Rule, given: Arguments): readonly string[] => {
  switch (rule.kind) {
    case 'one_of': {
      const there = present(rule.arguments, given);
      if (there.length > 1)
        return [`give only one of ${list(rule.arguments, 'or')}, not ${list(there, 'and')}`];
      return there.length === 0 && !rule.optional
        ? [`one of ${list(rule.arguments, 'or')} is required`]
        : [];
    }
    case 'any_of':
      return rule.arguments.some((name) => valuesAt(given, name).some(isFilled))
        ? []
        : [`at least one of ${list(rule.arguments, 'or')} is required and must not be empty`];
    case 'needs': {
      if (!isTrueOf(rule.when, given)) return [];
      const there = present(rule.arguments, given);
      const absent = rule.arguments.filter((name) => !there.includes(name));
      return absent.length > 0 ? [`${are(absent)} required when ${say(rule.when)}`] : [];
    }
    case 'only': {
      const there = present(rule.arguments, given);
      return there.length > 0 && !isTrueOf(rule.when, given)
        ? [`${list(there, 'and')} may only be given when ${say(rule.when)}`]
        : [];
    }
    case 'excludes': {
      const there = present(rule.arguments, given);
      return there.length > 0 && isTrueOf(rule.when, given)
        ? [`${list(there, 'and')} must not be given when ${say(rule.when)}`]
        : [];
    }
    case 'never':
      return isTrueOf(rule.when, given) && isTrueOf(rule.and, given)
        ? [`${say(rule.and)}, which does not go together with ${say(rule.when)}`]
        : [];
    case 'longest':
      return isTrueOf(rule.when, given) &&
        valuesAt(given, rule.argument).some(
          (value) => typeof value === 'string' && value.length > rule.length,
        )
        ? [`${rule.argument} must have at most ${rule.length} characters when ${say(rule.when)}`]
        : [];
    case 'alone': {
      const values = valuesAt(given, `${rule.list}.${rule.field}`);
      return values.includes(rule.is) && values.some((value) => value !== rule.is)
        ? [`${rule.list}: ${rule.field} ${rule.is} cannot be mixed with others`]
        : [];
    }
    case 'relative': {
      const [name] = valuesAt(given, rule.argument);
      const [domain] = valuesAt(given, rule.to);
      if (typeof name !== 'string' || typeof domain !== 'string') return [];
      const host = withoutDomain(name, domain);
      return host === undefined
        ? []
        : [
            `${rule.argument} must be given without the domain, which is added to it: "${beginningOf(host, 255)}"`,
          ];
    }
    case 'each':
      return valuesAt(given, rule.list)
        .flat()
        .flatMap((element, index) =>
          typeof element === 'object' && element !== null
            ? brokenRules(rule.rules, element as Arguments).map(
                (problem) => `${rule.list}[${index}]: ${problem}`,
              )
            : [],
        );
  }
};

/** One sentence for every rule that the arguments break; empty when they keep them all. */
export const brokenRules = (rules: readonly Rule[], given: Arguments): readonly string[] =>
  rules.flatMap((rule) => broken(rule, given));
