// Shows a resource as the caller wants it: in the detail that was asked for, without credentials, nothing nested endlessly.
import type { Area } from '../../scope-map/areas.ts';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject, type JsonObject } from '../json-object.ts';
import type { Keeper } from '../secrets/keeping.ts';
import { createRedactor } from '../secrets/redaction.ts';
import type { Arguments } from '../tool/tool.ts';
import { subjectOf } from './subject.ts';
import { formOf, showAs, type Wish } from './view.ts';

/** Shows resources of one call, one after the other. */
export interface Presenter {
  /** The resource in the wanted detail; credentials are still in it. */
  pick(resource: unknown): unknown;
  /** What was picked, without credentials unless they are allowed. */
  clean(picked: unknown): unknown;
  /** What is clean, in the form in which it is answered. */
  form(cleaned: unknown): unknown;
  /** Who can get what was taken out, and where, and what was not looked at; undefined when there is nothing to say. */
  advice(): string | undefined;
}

// More fields than any object of DigitalOcean has.
const mostFields = 1000;

/** The first fields of an object that has more than anybody reads; undefined for every other. */
const firstFields = (resource: JsonObject): JsonObject | undefined => {
  const names: string[] = [];
  for (const name in resource) {
    if (names.length === mostFields)
      return Object.fromEntries(names.map((one) => [one, resource[one]]));
    names.push(name);
  }
  return undefined;
};

/** What the caller asked to see. */
export const wishOf = (given: Arguments): Wish => ({
  fields: Array.isArray(given['fields']) ? given['fields'].map(String) : undefined,
  detail: given['detail'] === 'full' ? 'full' : 'compact',
});

const places: Readonly<Partial<Record<Area, string>>> = {
  databases: ' (Databases, Connection details)',
  apps: ' (Apps, Settings)',
  kubernetes: ' (Kubernetes, Overview)',
  spaces_keys: ' (Spaces Object Storage, Access Keys)',
};

/** Where a person finds credentials that are kept from the model. */
export const whereToFind = (area: Area): string =>
  `in DigitalOcean's control panel${places[area] ?? ''}`;

/** What was taken out, and who gets it where. */
const adviceOn = (
  kinds: readonly string[],
  { area, discloses }: Pick<Endpoint, 'area' | 'discloses'>,
): string =>
  `Credentials (${kinds.join(', ')}) are kept from you: the user ${discloses?.elsewhere ?? `finds them ${whereToFind(area)}`}; the owner of this server can have them written to files with --secrets-dir where it runs on the user's own machine, or let them through with --allow-secrets.`;

/**
 * A presenter for the resources of one endpoint.
 * @param allowSecrets let credentials through
 * @param keeper keeps for the person what is taken out
 */
export const createPresenter = (
  endpoint: Pick<Endpoint, 'area' | 'discloses' | 'view'>,
  given: Arguments,
  allowSecrets: boolean,
  keeper?: Keeper,
): Presenter => {
  let subject: string | undefined;
  let isKept = true;
  const redactor = createRedactor(
    endpoint.discloses,
    allowSecrets,
    keeper &&
      ((text, place) => {
        const mark = keeper.keep({ text, subject, place });
        isKept &&= mark !== undefined;
        return mark;
      }),
  );
  const wish = wishOf(given);
  const show = showAs(endpoint.view, wish);
  let isWide = false;
  return {
    pick: (resource) => {
      const first = isObject(resource) ? firstFields(resource) : undefined;
      isWide ||= first !== undefined;
      return show(first ?? resource);
    },
    clean: (picked) => {
      subject = subjectOf(picked);
      return redactor.redact(picked);
    },
    form: formOf(endpoint.view, wish),
    advice: () => {
      const said = [
        ...(isWide ? [`Only the first ${mostFields} fields were looked at.`] : []),
        ...(redactor.count() > 0 && !(keeper && isKept)
          ? [adviceOn(redactor.kinds(), endpoint)]
          : []),
        ...(keeper?.said() ?? []),
      ];
      return said.length === 0 ? undefined : said.join(' ');
    },
  };
};
