import type { Json } from '../../json.ts';
import type { Range, SourceDocument } from '../../resources/index.ts';

/** A `--set` as a document, so that findings about it have a place: the expression itself. */
export function setDocument(text: string, index: number, value: Json): SourceDocument {
  const range: Range = {
    start: { line: index + 1, column: 1 },
    end: { line: index + 1, column: text.length + 1 },
  };
  return {
    file: `--set ${text}`,
    index,
    value,
    problems: [],
    lines: () => [text],
    linesWith: () => [],
    locate: () => ({ value: range, exact: true }),
    edits: () => undefined,
  };
}
