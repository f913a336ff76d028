// About how many tokens a text comes to for a model; a tokenizer itself would be larger than the whole console.

/** Letters, up to three digits, or what stands between them: tokenizers cut there before anything else. */
const pieces = /[A-Za-z]+|\d{1,3}|[^A-Za-z\d\s]+/g;

/** Characters of a token within a word, and within signs; measured on answers of the simulation with o200k_base. */
const lettersOfToken = 7;
const signsOfToken = 3;

const tokensOf = (piece: string): number => {
  if (/^[A-Za-z]/.test(piece)) return Math.ceil(piece.length / lettersOfToken);
  return /^\d/.test(piece) ? 1 : Math.ceil(piece.length / signsOfToken);
};

/** The estimate. */
export const estimatedTokens = (text: string): number => {
  let sum = 0;
  for (const [piece] of text.matchAll(pieces)) sum += tokensOf(piece);
  return sum;
};
