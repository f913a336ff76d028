// The shapes of DigitalOcean's own description as a judge of replies.
import { isIPv4, isIPv6 } from 'node:net';
import { loadShapes } from '../../scope-map/shapes/shapes.ts';
import { documentOf } from '../../scripts/catalogue/shapes/compose.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Enums that the description has not kept up with: new regions are missing. */
const isStale = (values: readonly unknown[]): boolean => values.includes('nyc1');

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => !Number.isNaN(Date.parse(text)) && text.includes('T'),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  uri: (text) => URL.canParse(text),
  ipv4: (text) => isIPv4(text),
  ipv6: (text) => isIPv6(text),
};

const isType = (type: unknown, value: unknown): boolean => {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return type === undefined || typeof value === type;
  }
};

/** Checks replies against the response schemas. */
export const loadOpenApi = async () => {
  const document = documentOf(await loadShapes());

  const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);
  const resolve = (value: unknown): Json => {
    let current = value;
    while (isObject(current) && typeof current['$ref'] === 'string') {
      current = current['$ref']
        .slice(2)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce(at, document as unknown);
    }
    return isObject(current) ? current : {};
  };
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

  const problems = (given: unknown, value: unknown, place: string): readonly string[] => {
    const schema = resolve(given);
    if (value === null) {
      const mayBeNull =
        schema['nullable'] === true ||
        Object.keys(schema).length === 0 ||
        [...list(schema['anyOf']), ...list(schema['oneOf']), ...list(schema['allOf'])].some(
          (part) => problems(part, null, place).length === 0,
        );
      return mayBeNull ? [] : [`${place} is null`];
    }
    const found: string[] = [];
    if (!isType(schema['type'], value)) {
      return [`${place} is not of type ${schema['type']}: ${JSON.stringify(value)?.slice(0, 60)}`];
    }
    const values = list(schema['enum']);
    if (values.length > 0 && !values.includes(value) && !isStale(values)) {
      found.push(`${place} is none of the known values: ${JSON.stringify(value)}`);
    }
    if (typeof value === 'string') {
      const format = formats[String(schema['format'])];
      if (format !== undefined && value !== '' && !format(value)) {
        found.push(`${place} is not a ${schema['format']}: ${value}`);
      }
      const { pattern } = schema;
      // Apps are in projects under `do:app:`, which the description's pattern of URNs has not heard of.
      const isKnown = !value.startsWith('do:app:');
      if (typeof pattern === 'string' && isKnown && !new RegExp(pattern).test(value)) {
        found.push(`${place} does not match ${pattern}: ${value}`);
      }
    }
    for (const part of list(schema['allOf'])) found.push(...problems(part, value, place));
    for (const kind of ['anyOf', 'oneOf']) {
      const parts = list(schema[kind]).map((part) => problems(part, value, place));
      if (parts.length > 0 && !parts.some((part) => part.length === 0)) {
        found.push(`${place} fits none of ${kind}: ${parts.map((part) => part[0]).join(' | ')}`);
      }
    }
    if (isObject(value)) {
      for (const name of list(schema['required'])) {
        if (!(String(name) in value)) found.push(`${place}.${name} is missing`);
      }
      for (const [name, part] of Object.entries(resolve(schema['properties']))) {
        if (name in value) found.push(...problems(part, value[name], `${place}.${name}`));
      }
    }
    if (Array.isArray(value) && schema['items'] !== undefined) {
      value.forEach((item: unknown, index) => {
        found.push(...problems(schema['items'], item, `${place}[${index}]`));
      });
    }
    return found;
  };

  const operations = Object.entries(resolve(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(resolve(methods)).flatMap(([method, operation]) => {
      const id = at(operation, 'operationId');
      return typeof id === 'string'
        ? [
            {
              id,
              method: method.toUpperCase(),
              path,
              pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
              responses: resolve(at(operation, 'responses')),
            },
          ]
        : [];
    }),
  );

  /** The operation of a request; a path without placeholders wins over one with. */
  const find = (method: string, pathname: string) =>
    operations
      .filter((it) => it.method === method && it.pattern.test(pathname))
      .sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];

  return {
    find,
    /** What is wrong with a successful reply; empty when nothing is. */
    check: (method: string, pathname: string, status: number, body: unknown): readonly string[] => {
      const operation = find(method, pathname);
      if (operation === undefined) return [`${method} ${pathname} is not in the description`];
      const response = operation.responses[String(status)];
      if (response === undefined) return [`${operation.id} does not answer ${status}`];
      const content = resolve(resolve(response)['content']);
      const json = content['application/json'];
      if (json === undefined) return [];
      return problems(at(json, 'schema'), body, operation.id);
    },
  };
};
