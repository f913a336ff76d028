// Opens DigitalOcean's OpenAPI document and finds operations, parameters and references in it.
/** A JSON object whose content is not known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member of an object when it is an object itself, otherwise an empty one. */
export const objectAt = (value: unknown, key: string): Json => {
  const member = isObject(value) ? value[key] : undefined;
  return isObject(member) ? member : {};
};

/** The member of an object when it is a list, otherwise an empty one. */
export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const member = isObject(value) ? value[key] : undefined;
  return Array.isArray(member) ? member : [];
};

/** One operation of the document with what its path says for all methods. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Json[];
  /** The same parameters before references are followed. */
  readonly namedParameters: readonly unknown[];
  /** Hosts that serve this operation instead of DigitalOcean's API; empty for the control plane. */
  readonly servers: readonly string[];
  readonly definition: Json;
}

/** The document, read only through these doors. */
export interface ApiDocument {
  readonly operations: ReadonlyMap<string, Operation>;
  /** Follows `$ref`s until something else stands there. */
  resolve(value: unknown): Json;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Makes a parsed OpenAPI document readable.
 * @throws {Error} when it has no paths, or a reference leads nowhere.
 */
export const openDocument = (content: unknown): ApiDocument => {
  const paths = objectAt(content, 'paths');
  if (Object.keys(paths).length === 0)
    throw new Error('this is no OpenAPI document: it has no paths');

  const follow = (reference: string): unknown =>
    reference
      .replace(/^#\//, '')
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((here, key) => (isObject(here) ? here[key] : undefined), content);

  const resolve = (value: unknown): Json => {
    if (!isObject(value)) throw new Error('a reference of the document leads nowhere');
    const { $ref } = value;
    return typeof $ref === 'string' ? resolve(follow($ref)) : value;
  };

  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(paths))
    for (const method of methods) {
      const definition = isObject(item) ? item[method] : undefined;
      if (!isObject(definition) || typeof definition['operationId'] !== 'string') continue;
      const parameters = [...listAt(item, 'parameters'), ...listAt(definition, 'parameters')];
      operations.set(definition['operationId'], {
        id: definition['operationId'],
        method: method.toUpperCase(),
        path,
        parameters: parameters.map(resolve),
        namedParameters: parameters,
        servers: [...listAt(item, 'servers'), ...listAt(definition, 'servers')].map((server) =>
          String(isObject(server) ? server['url'] : server),
        ),
        definition,
      });
    }
  return { operations, resolve };
};
