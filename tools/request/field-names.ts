// Checks the names that a caller gives in `fields`, before any work that grows with them.

const mostNames = 100;
const longestName = 200;
const mostKeys = 12;

/** What is wrong with `fields`; empty when nothing, or when it is no list of texts (its schema says so then). */
export const problemsOfFields = (fields: unknown): readonly string[] => {
  if (!Array.isArray(fields)) return [];
  if (fields.length > mostNames)
    return [`fields must have at most ${mostNames} names, not ${fields.length}`];
  const names = fields.filter((name) => typeof name === 'string');
  if (names.some((name) => name.length > longestName))
    return [`a name in fields has more than ${longestName} characters`];
  const problem = names.findIndex((name) => {
    const keys = name.split('.');
    return keys.length > mostKeys || keys.some((key) => key === '' || key.includes('*'));
  });
  return problem < 0
    ? []
    : [`fields[${problem}] must be a name, or names joined by dots, such as "region.slug"`];
};
