// Reads the one message of a reply: JSON, or a stream of events with comments before it where the answer was slow.

/** The text of the message. */
export const messageText = (text: string): string =>
  text.replace(/^(: [^\n]*\n\n)*(event: message\n)?(data: )?/, '').trim();
