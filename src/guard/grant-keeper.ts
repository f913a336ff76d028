// Keeps the grant of one token: asked for when first needed, asked again while unknown, refreshed when old.
import type { Clock } from '../ports.ts';
import type { Grant } from './grant.ts';

/** How long a caller waits for the scopes before it goes on with reading only, in milliseconds. */
const patience = 3_000;
/** How long one look-up may take altogether; it goes on after callers have stopped waiting. */
const longestLookUp = 15_000;
/** A known grant is asked for again after this time: a shrunken team role takes rights from existing tokens. */
const staleAfter = 300_000;
/** A grant that was not heard of for so long is not good enough any more while it is asked for again. */
const tooOldAfter = 600_000;
/** After so long an outage what was known counts as unknown: nothing is remembered for ever. */
const forgottenAfter = 3_600_000;
/** An unknown grant is not asked for again before this time, so that an outage is not hammered. */
const askAgainAfter = 2_000;

/** Asks for a grant; resolves with an unknown one rather than throwing. */
export type AskForGrant = (signal: AbortSignal) => Promise<Grant>;

/** The grant of one token over time. */
export class GrantKeeper {
  readonly #ask: AskForGrant;
  readonly #clock: Clock;
  readonly #changed: (grant: Grant) => void;
  #grant: Grant | undefined;
  /** What callers were told of a token before this one. */
  #toldBefore: Grant | undefined;
  #isDoubted = false;
  #askedAt = Number.NEGATIVE_INFINITY;
  /** When something other than silence was last heard. */
  #heardAt = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;

  /** @param changed called whenever a later answer differs from what callers were told before. */
  constructor(ask: AskForGrant, clock: Clock, changed: (grant: Grant) => void = () => {}) {
    this.#ask = ask;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** The grant as far as it is known now, after waiting at most three seconds for a first answer. */
  async current(): Promise<Grant> {
    if (this.#isDue()) this.#pending ??= this.#lookUp();
    // A grant that is only being refreshed is good enough meanwhile, unless it is too old for that.
    const isGoodEnough = this.#grant?.kind === 'known' && this.#age() < tooOldAfter;
    if (this.#pending && !isGoodEnough) await this.#waitFor(this.#pending);
    return this.#grant ?? this.#giveUpForNow();
  }

  /** Another token is in force: nothing is known of it, and its grant is news when it differs from what was told. */
  startAgain(): void {
    this.#toldBefore = this.#grant ?? this.#toldBefore;
    this.#grant = undefined;
    this.#pending = undefined;
  }

  /** The token was not accepted: a known grant is asked for again without waiting until it is old. */
  doubt(): void {
    this.#isDoubted = true;
  }

  /** Someone was told "unknown": remember it, so that a later answer is news. */
  #giveUpForNow(): Grant {
    this.#grant = { kind: 'unknown', reason: 'DigitalOcean has not told them yet' };
    return this.#grant;
  }

  #age(): number {
    return this.#clock.now() - this.#heardAt;
  }

  #isDue(): boolean {
    const age = this.#clock.now() - this.#askedAt;
    if (!this.#grant) return true;
    return age >= (this.#grant.kind === 'known' && !this.#isDoubted ? staleAfter : askAgainAfter);
  }

  #lookUp(): Promise<void> {
    const looking: Promise<void> = this.#answer(() => this.#pending === looking);
    return looking;
  }

  async #answer(stillAsked: () => boolean): Promise<void> {
    this.#askedAt = this.#clock.now();
    this.#isDoubted = false;
    const stop = new AbortController();
    const deadline = new AbortController();
    void this.#clock.sleep(longestLookUp, deadline.signal).then(
      () => stop.abort(),
      () => {},
    );
    const answer = await this.#ask(stop.signal);
    deadline.abort();
    // What is answered about a token that is no longer in force is of no use.
    if (!stillAsked()) return;
    this.#pending = undefined;
    if (answer.kind !== 'unknown') this.#heardAt = this.#clock.now();
    // An outage takes nothing away from what is known, for as long as that can still be true.
    else if (this.#grant?.kind === 'known' && this.#age() < forgottenAfter) return;
    const before = this.#grant ?? this.#toldBefore;
    this.#grant = before && sameGrant(before, answer) ? before : answer;
    if (before && this.#grant !== before) this.#changed(answer);
  }

  async #waitFor(pending: Promise<void>): Promise<void> {
    const enough = new AbortController();
    await Promise.race([pending, this.#clock.sleep(patience, enough.signal).catch(() => {})]);
    enough.abort();
  }
}

const sameGrant = (a: Grant, b: Grant): boolean => {
  if (a.kind !== 'known' || b.kind !== 'known') return a.kind === b.kind;
  return a.scopes.size === b.scopes.size && [...a.scopes].every((scope) => b.scopes.has(scope));
};
