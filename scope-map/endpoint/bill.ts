// What of a call bills, and where DigitalOcean's API tells the price of it.
import type { When } from './condition.ts';
import type { FieldPath } from './field-path.ts';
import type { Reading } from './looking.ts';

/** In what a price is told. */
export type PriceUnit = 'dollars_a_month' | 'cents_a_month' | 'dollars_an_hour';

/** One step from a reply to the row that has the price: of this list, the element whose columns equal the call's. */
export interface RowStep {
  readonly list: FieldPath;
  /** Column of the row → place of what is billed that has the same value. */
  readonly where: Readonly<Record<string, FieldPath>>;
}

/** A list of prices that the API tells. */
export interface Tariff {
  readonly read: Reading;
  readonly row: readonly [RowStep, ...RowStep[]];
  /** Where the price stands in the row. */
  readonly price: FieldPath;
  readonly unit: PriceUnit;
}

/** How many: the first that stands counts, of a list its elements; one when none does. */
export interface Times {
  readonly at: FieldPath;
  readonly when?: When;
  /** The number may be reached, and need not be. */
  readonly upTo?: true;
}

/** The thing as it is before the call: what counts is the difference. */
export interface Instead extends About {
  /** Names of the thing's fields where they differ from the arguments: argument → field of the thing. */
  readonly named?: Readonly<Record<string, FieldPath>>;
  /** Where the thing tells its own price; without it, it is priced as the call is. */
  readonly price?: FieldPath;
}

/** A price in `dated-prices.ts`: its name, and values of what is billed that stand behind it, each after a slash. */
export interface Dated {
  readonly name: string;
  readonly by?: readonly { readonly at: FieldPath; readonly otherwise?: string }[];
}

/** How much of it: a number at a place of what is billed. */
export interface Amount {
  readonly at: FieldPath;
  /** What counts where there is none; without it, it has no price. */
  readonly otherwise?: number;
  /** What texts count for: sizes that stand for numbers. */
  readonly is?: Readonly<Record<string, number>>;
}

/** A thing as a read shows it. */
export interface About {
  readonly read: Reading;
  /** Where it stands in the reply. */
  readonly at: FieldPath;
}

/** What the API tells a price of. */
export type Priced =
  /** Its price stands in a list. */
  | {
      readonly kind: 'listed';
      readonly when?: When;
      readonly tariff: Tariff;
      /** What a person calls it, such as its size. */
      readonly named: FieldPath;
      /** Each element at this place is billed by itself; places are looked for in it first. */
      readonly each?: FieldPath;
      readonly times?: readonly Times[];
      readonly instead?: Instead;
    }
  /** DigitalOcean works the price out when it is asked. */
  | {
      readonly kind: 'told';
      readonly when?: When;
      readonly read: Reading;
      readonly price: FieldPath;
      readonly unit: PriceUnit;
      /** What is priced, for people. */
      readonly what: string;
      readonly instead?: Instead;
    }
  /** It tells its price itself. */
  | {
      readonly kind: 'own';
      readonly when?: When;
      readonly price: FieldPath;
      readonly unit: PriceUnit;
      /** Where stands what a person calls it, such as its size. */
      readonly named: FieldPath;
    };

/** One thing that a call bills. Places are those of the call's arguments. */
export type Charge =
  | Priced
  /** The API tells no price of it, and DigitalOcean's pages told one on a day. */
  | {
      readonly kind: 'dated';
      readonly when?: When;
      readonly price: Dated;
      /** What it is about, where the call does not tell how much: places are those of that thing. */
      readonly about?: About;
      /** The first that tells a number counts; it multiplies a price that has a unit. */
      readonly amount?: readonly [Amount, ...Amount[]];
      /** It may be as much, and need not be. */
      readonly upTo?: true;
      /** What else a person should know, without a full stop. */
      readonly note?: string;
      readonly instead?: Instead;
    }
  /** A share of another price, by per cent that DigitalOcean's pages told on a day. */
  | {
      readonly kind: 'share';
      readonly when?: When;
      readonly price: Dated;
      readonly of: Priced;
      /** The share as it is before the call. */
      readonly now?: About;
    }
  /** It is not known what it costs. */
  | {
      readonly kind: 'not_priced';
      readonly when?: When;
      /** What it is, without a full stop: "backups, a share of the Droplet's price". */
      readonly what: string;
    };

/** What each operation of an area bills, by operation id. */
export type Bills = Readonly<Record<string, readonly [Charge, ...Charge[]]>>;
