// The names that `fields` may ask for, from the document's replies: read when a name is not seen in a reply itself.
import type { FieldPath } from './endpoint/field-path.ts';

/** Names of fields with the names inside them; lists are walked through. */
export interface FieldTree {
  readonly [name: string]: FieldTree;
}

/** The fields of replies. Written by `npm run catalogue`, never by hand. */
export interface ReplyFields {
  /** Operation id → number of its resource. */
  readonly operations: Readonly<Record<string, number>>;
  readonly resources: readonly FieldTree[];
}

const pathsIn = (tree: FieldTree, prefix: string): readonly FieldPath[] =>
  Object.entries(tree).flatMap(([name, inner]) => [
    prefix + name,
    ...pathsIn(inner, `${prefix}${name}.`),
  ]);

/**
 * Every documented field of what an operation answers, as dotted places relative to the resource, six levels deep;
 * undefined where the operation answers with no resource. A field that DigitalOcean has added since is missing here.
 */
export const replyFieldsOf = async (
  operation: string,
): Promise<readonly FieldPath[] | undefined> => {
  const { default: known } = await import('./reply-fields.json', { with: { type: 'json' } });
  const { operations, resources }: ReplyFields = known as unknown as ReplyFields;
  const tree = Object.hasOwn(operations, operation)
    ? resources[operations[operation] ?? -1]
    : undefined;
  return tree && pathsIn(tree, '');
};
