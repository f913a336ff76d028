// Judges a step: worked, an honest gap of the simulation, or a failure.
import type { Step } from './lockstep.ts';

/** How a step went. */
export type Verdict = 'worked' | 'gap' | 'failed' | 'untried';

/**
 * A gap is honest when the simulation said with 501 that it does not do this. What went wrong before anything was
 * sent is untried: it needed what a step before could not give. Anything else that went wrong is a failure.
 */
export const verdictOn = ({ error, exchanges, broken }: Step): Verdict => {
  if (broken) return 'failed';
  if (exchanges.some(({ status }) => status === 501)) return 'gap';
  if (error === undefined) return 'worked';
  return exchanges.length === 0 ? 'untried' : 'failed';
};

/** What a person who mends it needs to know. */
export const reasonOf = ({ error = '', exchanges }: Step): string => {
  const wire = exchanges
    .filter(({ status }) => status >= 400)
    .map(({ method, path, status, said }) => `${method} ${path} → ${status} ${said}`);
  return [error.replaceAll(/\s+/g, ' ').slice(0, 300), ...wire.slice(-2)]
    .filter(Boolean)
    .join(' | ');
};

/** What the simulation said it does not do, with ids left out. */
export const gapsIn = ({ exchanges }: Step): readonly string[] =>
  exchanges
    .filter(({ status }) => status === 501)
    .map(({ method, path }) => {
      const [plain = ''] = path.split('?');
      return `${method} ${plain.replace(/\/$/, '').replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]+|[0-9.]+)(?=\/|$)/g, '/{id}')}`;
    });
