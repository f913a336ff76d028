// Which characters of a text nobody sees, or see only through what they do to others: the one rule for answers and terminals.

/** What no reader sees, as the inside of a character class: controls, formats, fillers, halves, what is no character. */
export const unseenClass = String.raw`\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}`;

// Formats that are seen: signs that stand before numbers in Arabic, Syriac and Kaithi, and joints of hieroglyphs.
const seen = String.raw`\n\t\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1343f}`;

/** One character that is not seen, as the source of a regular expression; newline and tab are no such. */
export const unseen = `(?![${seen}])[${unseenClass}]`;

// Letters that join: Arabic, Syriac, N'Ko, Mandaic; India and Sri Lanka; Tibet to Mongolia; Bali, Java, Phags-pa, Adlam.
const joining = [
  String.raw`\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u0f00-\u109f\u1780-\u18af`,
  String.raw`\u1b00-\u1b7f\ua840-\ua87f\ua980-\ua9df\u{1e900}-\u{1e95f}`,
].join('');
const letter = `(?=[\\p{L}\\p{M}])(?!${unseen})[${joining}]`;
const picture = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]`;

/** Where a character that is not seen does what it is for, each at the place of the character. */
const places: readonly string[] = [
  // The joiner in an emoji of several, and in scripts whose letters join; the non-joiner only between two of those.
  String.raw`(?<=${picture}\ufe0f?)\u200d(?=\p{Extended_Pictographic})`,
  String.raw`(?<=${letter})\u200d`,
  String.raw`(?<=${letter})\u200c(?=${letter})`,
  // One selector behind what has variants.
  String.raw`(?<=(?![0-9#*])\p{Emoji})[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)`,
  String.raw`(?<=[\p{Sm}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}])[\ufe00-\ufe02]`,
  String.raw`(?<=\p{Script=Han})[\u{e0100}-\u{e01ef}]`,
  String.raw`(?<=(?=\p{L})\p{Script=Mongolian})[\u180b-\u180f]`,
  // A line may end in two characters.
  String.raw`\r(?=\n)`,
];

// Made when the first doubtful character comes: most processes never see one.
let inPlace: RegExp | undefined;

/** Whether a character that is not seen stands where it belongs. */
export const isInPlace = (text: string, at: number): boolean => {
  inPlace ??= new RegExp(places.map((place) => `(?:${place})`).join('|'), 'uy');
  inPlace.lastIndex = at;
  return inPlace.test(text);
};

/** The flags of England, Scotland and Wales, which are written with letters that nobody sees. */
export const flags = ['gbeng', 'gbsct', 'gbwls']
  .map(
    (place) =>
      `\u{1f3f4}${[...place].map((one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))).join('')}\u{e007f}`,
  )
  .join('|');
