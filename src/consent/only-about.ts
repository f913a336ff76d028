// A question book that shows and answers only what some callers ask; what others ask is not there for it.
import type { QuestionBook } from './question-book.ts';

/**
 * The part of a book that is about these principals.
 * @param principals those of this moment.
 */
export const onlyAbout = (
  book: QuestionBook,
  principals: () => readonly string[],
): QuestionBook => {
  const isTheirs = (principal: string): boolean => principals().includes(principal);
  const find: QuestionBook['find'] = async (id) => {
    const entry = await book.find(id);
    return entry && isTheirs(entry.question.principal) ? entry : undefined;
  };
  return {
    ...book,
    find,
    all: async () => (await book.all()).filter(({ question }) => isTheirs(question.principal)),
    answer: async (id, given) => ((await find(id)) ? book.answer(id, given) : { how: 'unknown' }),
    spend: async (id) => ((await find(id)) ? book.spend(id) : false),
  };
};
