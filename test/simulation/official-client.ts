// DigitalOcean's own TypeScript client, pointed at a simulation.

// biome-ignore lint/suspicious/noExplicitAny: the client is generated, ships no usable types, and is only walked through
type Loose = any;

/** Loaded by name, so that the compiler does not read the client's sources, which do not hold our flags. */
const load = (name: string): Promise<Loose> => import(name);

/**
 * The generated client calls `getCollectionOfPrimitiveValues()` without the type that today's Kiota runtime asks for;
 * without a type, values are taken as they are, as the runtime it was generated for did.
 */
const tolerant = (JsonParseNode: Loose, node: Loose): Loose => {
  const child = (value: unknown): Loose =>
    tolerant(JsonParseNode, new JsonParseNode(value, node.backingStoreFactory));
  const strict = node.getPrimitiveValue;
  node.getPrimitiveValue = (value: unknown, type?: string) =>
    type === undefined ? value : strict(value, type);
  node.getCollectionOfObjectValues = (factory: Loose) =>
    Array.isArray(node._jsonNode)
      ? node._jsonNode.map((value: unknown) => child(value).getObjectValue(factory))
      : undefined;
  node.assignFieldValues = (model: Loose, factory: Loose) => {
    const fields = factory(node)(model);
    for (const [name, value] of Object.entries(node._jsonNode ?? {})) fields[name]?.(child(value));
  };
  return node;
};

/** The client (`.v2…`) over the network, with a token. */
export const officialClient = async (url: string, token: string): Promise<Loose> => {
  const dots = await load('@digitalocean/dots');
  const { FetchRequestAdapter } = await load('@microsoft/kiota-http-fetchlibrary');
  const { JsonParseNode, JsonParseNodeFactory } = await load('@microsoft/kiota-serialization-json');
  const adapter = new FetchRequestAdapter(new dots.DigitalOceanApiKeyAuthenticationProvider(token));
  adapter.baseUrl = url;
  const client = dots.createDigitalOceanClient(adapter);
  const factory = new JsonParseNodeFactory();
  const root = factory.getRootParseNode.bind(factory);
  factory.getRootParseNode = (type: string, content: ArrayBuffer) =>
    tolerant(JsonParseNode, root(type, content));
  adapter.getParseNodeFactory().contentTypeAssociatedFactories.set('application/json', factory);
  return client;
};
