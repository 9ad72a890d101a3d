import type { JsonObject } from '../src/json.ts';
import type { Position, Range, SourceDocument } from '../src/resources/index.ts';

/** A document of a file and the object to write in its place; the same object leaves its text as it is. */
export interface ChangedDocument {
  readonly document: SourceDocument;
  readonly object: JsonObject;
}

/** A text with other objects in place of some of its documents, every other byte as it was. */
export async function injectedText(text: string, documents: readonly ChangedDocument[]): Promise<string> {
  const changed = documents.filter(({ document, object }) => document.value !== object);
  if (changed.length === 0) return text;
  const { yamlText } = await import('./yaml-text.ts');
  const offsetOf = offsets(text);
  let result = '';
  let from = 0;
  for (const { document, object } of changed) {
    const { start, end }: Range = document.locate([]).value;
    const isFlow = text.charAt(offsetOf(start)) === '{';
    const written = isFlow ? JSON.stringify(object, undefined, 2) : yamlText(object).trimEnd();
    result += text.slice(from, offsetOf(start)) + written;
    from = offsetOf(end);
  }
  return result + text.slice(from);
}

function offsets(text: string): (position: Position) => number {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1;
}
