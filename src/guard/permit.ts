// Permits: nothing goes to DigitalOcean's API without one, and only the judge's consent makes one.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { Decision } from './decision.ts';
import type { Guard } from './guard.ts';
import { judge, type Question } from './judge.ts';

interface Permitted {
  readonly endpoint: Endpoint;
  readonly arguments: Arguments;
  readonly request: ApiRequest;
}

/** One call as the judge let it through: the only thing that the client sends. */
export class ApiCall implements Permitted {
  readonly endpoint: Endpoint;
  readonly arguments: Arguments;
  readonly request: ApiRequest;

  private constructor(call: Permitted) {
    this.endpoint = call.endpoint;
    this.arguments = call.arguments;
    this.request = call.request;
  }

  /**
   * The same read with another query, for the pages of a list: the judge looked at the whole list.
   * @throws {TypeError} for a change: which things it is about may stand in its query.
   */
  withQuery(query: ApiRequest['query']): ApiCall {
    if (this.request.method !== 'GET') throw new TypeError('only a read may turn its pages');
    return new ApiCall({ ...this, request: { ...this.request, query } });
  }

  /** Asks the judge; no permit comes with a refusal. */
  static async ask(guard: Guard, question: Question): Promise<Judged> {
    const decision = await judge(guard, question);
    if (decision.verdict.answer === 'refused') return { decision, permit: undefined };
    const { tool, given, request } = question;
    return {
      decision,
      permit: new ApiCall({ endpoint: tool.endpoint, arguments: given, request }),
    };
  }
}

/** What the judge decided, and the permit that follows from it. */
export interface Judged {
  readonly decision: Decision;
  /** Undefined when the call was refused. */
  readonly permit: ApiCall | undefined;
}
