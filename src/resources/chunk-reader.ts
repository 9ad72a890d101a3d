import type { Json, JsonObject } from '../json.ts';
import { checkLayout } from './check-layout.ts';
import { compose } from './compose.ts';
import { parseDocument } from './parse-events.ts';
import { withoutDuplicate } from './edit/duplicate-key.ts';
import { toEdit } from './edit/to-edit.ts';
import { ReadFault } from './read-fault.ts';
import type { ReadProblem } from './resource.ts';
import type { SourceText } from './source-text.ts';
import type { Chunk } from './split.ts';
import { splitJson, parseJson } from './json-text.ts';
import type { Stretch } from './json-items.ts';
import { PlainValues } from './plain-values.ts';
import { templateFault } from './template.ts';
import { TextDocument } from './text-document.ts';

const megabyte = 1024 * 1024;

/** The largest document of YAML that is read, in characters. */
export const maxDocumentSize = 64 * megabyte;

/** The largest document of JSON, which is read in a fraction of the time; the longest text of Node.js is a little longer. */
export const maxJsonSize = 500 * megabyte;

/** Reads the documents of a text, or of a segment of a file whose first document has the number `firstIndex`. */
export class ChunkReader {
  readonly documents: TextDocument[] = [];
  private readonly source: SourceText;
  private readonly plain: PlainValues;
  private readonly firstIndex: number;
  /** Where the last document ends: what follows up to the next one is the head of that. */
  private head = 0;

  constructor(source: SourceText, firstIndex: number) {
    this.source = source;
    this.plain = new PlainValues(source);
    this.firstIndex = firstIndex;
  }

  /** Reads what is between two separators; nothing when there are only blanks, comments or `null`. */
  take(chunk: Chunk): void {
    const value = this.isForPlain(chunk) ? this.plain.read(chunk.start, chunk.end) : undefined;
    if (value === undefined) this.takeAny(chunk);
    else if (value !== null) this.add(chunk, value);
  }

  /** Large JSON has a faster reader. */
  private isForPlain({ start, end, badSeparator }: Chunk): boolean {
    if (badSeparator || end - start > maxDocumentSize) return false;
    return end - start < megabyte || !/^\s*\{/.test(this.source.text.slice(start, start + 100));
  }

  private takeAny(chunk: Chunk): void {
    const json = chunk.badSeparator ? undefined : readJson(this.source.text.slice(chunk.start, chunk.end));
    if (json === undefined) this.takeParts(chunk);
    else this.add(chunk, json, noProblems, true);
  }

  private takeParts(chunk: Chunk): void {
    for (const part of splitJson(this.source.text, chunk)) {
      const text = this.source.text.slice(part.start, part.end);
      try {
        const value = chunk.badSeparator ? refuseSeparator(text) : readValue(text);
        if (value !== undefined) this.add(part, value);
      } catch (error) {
        if (!(error instanceof ReadFault)) throw error;
        const fault = templateFault(text, error) ?? error;
        this.add(part, undefined, [
          { ...toProblem(this.source, part.start, fault), ...this.fixOf(part, fault) },
        ]);
      }
    }
  }

  private fixOf(part: Stretch, { rule, start, other }: ReadFault): Pick<ReadProblem, 'fix'> {
    if (rule !== 'yaml/duplicate-key' || other === undefined) return {};
    const changes = withoutDuplicate(this.source.text.slice(part.start, part.end), other, start);
    const edits = changes?.map((change) => toEdit(this.source, part.start, change));
    return edits === undefined ? {} : { fix: { description: 'remove the key that is given again', edits } };
  }

  private add(part: Stretch, value: Json | undefined, problems = noProblems, isJson = false): void {
    const { start, end } = part;
    const { head } = this;
    const index = this.firstIndex + this.documents.length;
    this.documents.push(new TextDocument(this.source, { head, start, end, index, value, problems, isJson }));
    this.head = end;
  }
}

const noProblems: readonly ReadProblem[] = [];

/** Undefined for a document without content. */
function readValue(text: string): JsonObject | undefined {
  const json = readJson(text);
  if (json === undefined && text.length > maxDocumentSize) throw tooLarge(text, text.length);
  const value = json ?? readYaml(text);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  throw new ReadFault('yaml/not-an-object', `the document is ${nameOf(value)}, not an object`, {
    start: firstContent(text),
    hint: 'Write `key: value` lines, such as `apiVersion:` and `kind:`.',
  });
}

/** Nobody writes by hand what is larger than a document of YAML may be: looking for repeated keys would only take long. */
const readJson = (text: string): Json | undefined => parseJson(text, text.length > maxDocumentSize);

function readYaml(text: string): Json | undefined {
  const events = parseDocument(text);
  const value = compose(text, events);
  checkLayout(text, events);
  return value;
}

function nameOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'only text' : `only ${JSON.stringify(value)}`;
}

/** The fault of a document above {@link maxDocumentSize}, or {@link maxJsonSize}; `text` may be only its start. */
export function tooLarge(text: string, size: number): ReadFault {
  const has = `this document has ${(size / megabyte).toFixed(1)} MB`;
  const start = firstContent(text);
  if (!/^\s*\{/.test(text))
    return new ReadFault('yaml/too-large', `${has}; the limit is 64 MB, of JSON 500 MB`, {
      start,
      hint: 'Split it into several documents, separated by lines `---`, or save it as JSON.',
    });
  if (size > maxJsonSize)
    return new ReadFault('yaml/too-large', `${has}; the limit of JSON is 500 MB`, {
      start,
      hint: 'Save it in several files, such as one for each namespace: all of them can be named at once.',
    });
  return new ReadFault('yaml/too-large', `${has}; above 64 MB it is read only if it is JSON without faults`, {
    start,
    hint: 'Check it with another program that reads JSON: it may be cut off.',
  });
}

/** The start of the first line that is no separator, comment or blank. */
function firstContent(text: string): number {
  return Math.max(text.search(/^(?!---)[^\s#]/m), 0);
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
