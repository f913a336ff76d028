// The converters of other libraries, each as its users reach it; whatever one throws is told with the tool's name.
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { GoogleGenAI } from '@google/genai';
import { convertToGeminiTools } from '@langchain/google-common';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { type MCPServer, mcpToFunctionTool } from '@openai/agents';

/** Converts the whole list; throws when the list is lost. */
export type Converter = (tools: readonly Tool[]) => Promise<number>;

/** A fetch that sends nothing and remembers what would have been sent. */
const recording = (): { readonly fetch: typeof fetch; readonly bodies: string[] } => {
  const bodies: string[] = [];
  return {
    bodies,
    fetch: async (_input, init) => {
      bodies.push(String(init?.body));
      return Response.json({
        candidates: [{ content: { role: 'model', parts: [{ text: 'ok' }] }, finishReason: 'STOP' }],
      });
    },
  };
};

const declared = (bodies: readonly string[]): number => {
  const [body = '{}'] = bodies;
  return JSON.parse(body).tools?.[0]?.functionDeclarations?.length ?? 0;
};

const langchain: Converter = async (tools) => {
  const converted = convertToGeminiTools(
    tools.map(({ name, description = '', inputSchema }) => ({
      type: 'function' as const,
      function: { name, description, parameters: inputSchema },
    })),
  );
  return converted.flatMap((one) =>
    'functionDeclarations' in one ? (one.functionDeclarations ?? []) : [],
  ).length;
};

const googleGenai: Converter = async (tools) => {
  const { fetch: stand, bodies } = recording();
  const real = globalThis.fetch;
  globalThis.fetch = stand;
  try {
    await new GoogleGenAI({ apiKey: 'none' }).models.generateContent({
      model: 'gemini-2.5-flash',
      contents: 'hello',
      config: {
        // `parameters` goes through the library's own reduction of schemas, `parametersJsonSchema` would not.
        tools: [
          {
            functionDeclarations: tools.map(({ name, description = '', inputSchema }) => ({
              name,
              description,
              parameters: inputSchema as never,
            })),
          },
        ],
      },
    });
  } finally {
    globalThis.fetch = real;
  }
  return declared(bodies);
};

const aiSdk: Converter = async (tools) => {
  const { fetch: stand, bodies } = recording();
  const model = createGoogleGenerativeAI({ apiKey: 'none', fetch: stand })('gemini-2.5-flash');
  const { warnings } = await model.doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'hello' }] }],
    tools: tools.map(({ name, description = '', inputSchema }) => ({
      type: 'function' as const,
      name,
      description,
      inputSchema: inputSchema as never,
    })),
  });
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
  return declared(bodies);
};

const server = { name: 'do-mcp' } as MCPServer;

const openaiAgents: Converter = async (tools) =>
  tools.map((tool) => mcpToFunctionTool(tool as never, server, false)).length;

/** Every library that must take the whole list. */
export const converters: Readonly<Record<string, Converter>> = {
  '@langchain/google-common': langchain,
  '@google/genai': googleGenai,
  '@ai-sdk/google': aiSdk,
  '@openai/agents': openaiAgents,
};

/** Whether OpenAI's strict mode can take a tool; its library converts what it can and keeps the rest as it is. */
export const isStrict = (tool: Tool): boolean =>
  mcpToFunctionTool(tool as never, server, true).strict;
