// A principal as it travels through the MCP SDK: admitted at the gate, handed to the factory, its token left behind.
import type { AuthInfo } from '@modelcontextprotocol/server';
import type { Sleeping } from '../server/sleeping.ts';

/** Whoever a request acts for. */
export interface Principal {
  /** Stable, without secrets: limits and sessions are counted by it. */
  readonly id: string;
}

/**
 * Who acts, asked again whenever it matters: a right that was taken away is gone at the next question.
 * Null when this principal is not admitted any more.
 */
export type Who<P extends Principal> = () => P | null;

// The SDK's own gate refuses credentials that never expire; each request is admitted anew, so the time is never reached.
const admissionSeconds = 300;

/** What a request is admitted with besides. */
export interface AdmittedWith {
  readonly sleeping?: Sleeping | undefined;
  readonly narrowing?: unknown;
  readonly brought?: unknown;
}

/** The SDK's record of an authenticated request. It knows the principal's id, never a credential. */
export class Admission<P extends Principal> implements AuthInfo {
  readonly principal: P;
  readonly token: string;
  readonly clientId: string;
  readonly scopes: string[] = [];
  readonly expiresAt: number;
  /** Lets others run while a call of this request only sleeps; undefined when it holds no place. */
  readonly sleeping: Sleeping | undefined;
  /** What the request asks to be held to; undefined: to nothing more. */
  readonly narrowing: unknown;
  /** What the call of this request brings along from another way in. */
  readonly brought: unknown;

  constructor(principal: P, now: number, more: AdmittedWith = {}) {
    const { sleeping, narrowing, brought } = more;
    this.principal = principal;
    this.token = principal.id;
    this.clientId = principal.id;
    this.expiresAt = Math.floor(now / 1_000) + admissionSeconds;
    this.sleeping = sleeping;
    this.narrowing = narrowing;
    this.brought = brought;
  }
}
