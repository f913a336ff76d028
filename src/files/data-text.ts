// Reads a file of ours that is JSON or YAML: its value, keys that stand twice, and where everything stands in it.

import { jsonFault, jsonPlaces, type TextPlace } from './json-places.ts';
import { JsonRefused, type ReadJson, readJson, withoutMark } from './json-text.ts';

/** What a file holds, and where. */
export interface ReadData extends ReadJson {
  /** Where a value, or its key, stands. */
  at(path: readonly PropertyKey[]): TextPlace | undefined;
}

/**
 * Reads the text of a file.
 * @throws {JsonRefused} when it cannot be read.
 */
export type ReadDataText = (text: string) => ReadData;

/** A place in words for the end of a sentence; empty where nobody knows it. */
export const inWords = (place: TextPlace | undefined): string =>
  place ? ` (line ${place.line}, column ${place.column})` : '';

/** @throws {JsonRefused} naming the place, and nothing that stands there: it may be a secret. */
export const readJsonData: ReadDataText = (text) => {
  const json = withoutMark(text);
  let read: ReadJson;
  try {
    read = readJson(json);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new JsonRefused(`${error.message}${inWords(jsonFault(json))}`);
  }
  let places: ReturnType<typeof jsonPlaces> | undefined;
  return {
    ...read,
    at: (path) => {
      places ??= jsonPlaces(json);
      return places(path);
    },
  };
};
