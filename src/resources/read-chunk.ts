import { compose } from './compose.ts';
import { parseDocument } from './parse-events.ts';
import { ReadFault } from './read-fault.ts';
import type { Json, ReadProblem } from './resource.ts';
import type { SourceText } from './source-text.ts';
import type { Chunk } from './split.ts';
import { splitJson, parseJson } from './json-text.ts';
import { templateFault } from './template.ts';
import { TextDocument } from './text-document.ts';

/** The largest document that is read, in characters. */
export const maxDocumentSize = 64 * 1024 * 1024;

/** Appends the documents of a chunk; none when it holds only blanks, comments or `null`. */
export function readChunk(
  source: SourceText,
  chunk: Chunk,
  firstIndex: number,
  documents: TextDocument[],
): void {
  for (const part of splitJson(source.text, chunk)) {
    const index = firstIndex + documents.length;
    const text = source.text.slice(part.start, part.end);
    try {
      const value = chunk.badSeparator ? refuseSeparator(text) : readValue(text);
      if (value !== null && value !== undefined)
        documents.push(new TextDocument(source, { ...part, index, value }));
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      const problems = [toProblem(source, part.start, templateFault(text, error) ?? error)];
      documents.push(new TextDocument(source, { ...part, index, problems }));
    }
  }
}

function readValue(text: string): Json | undefined {
  if (text.length > maxDocumentSize) throw tooLarge(text.length);
  const json = parseJson(text);
  const value = json ?? compose(text, parseDocument(text));
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  if (value === undefined) return value;
  const start = text.search(/^[^\s#]/m);
  throw new ReadFault('yaml/not-an-object', `the document is ${nameOf(value)}, not an object`, {
    start: Math.max(start, 0),
    hint: 'Write `key: value` lines, such as `apiVersion:` and `kind:`.',
  });
}

function nameOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'only text' : `only ${JSON.stringify(value)}`;
}

/** The fault of a document above {@link maxDocumentSize}. */
export function tooLarge(size: number): ReadFault {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new ReadFault('yaml/too-large', `this document has ${megabytes} MB; the limit is 64 MB`, {
    start: 0,
    hint: 'Split it into several documents, separated by lines `---`.',
  });
}

function refuseSeparator(line: string): never {
  throw new ReadFault('yaml/separator', `\`${line.slice(0, 40).trimEnd()}\` is no document separator`, {
    start: 0,
    end: line.length,
    hint: 'Put `---` on a line of its own.',
  });
}

/** A fault in a document that starts at `base`, as its file's problem. */
export function toProblem(source: SourceText, base: number, fault: ReadFault): ReadProblem {
  const { rule, hint } = fault;
  const range = source.range(base + fault.start, base + fault.end);
  const other = fault.other === undefined ? undefined : source.position(base + fault.other);
  const message = other ? `${fault.message} line ${other.line}, column ${other.column}` : fault.message;
  return hint === undefined ? { rule, message, range } : { rule, message, hint, range };
}
