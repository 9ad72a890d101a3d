import { decode, withoutMark } from './decode.ts';
import { ChunkReader, tooLarge, toProblem } from './chunk-reader.ts';
import { ReadFault } from './read-fault.ts';
import type { ReadResult, SourceDocument } from './resource.ts';
import type { Segment } from './segment-cutter.ts';
import { SourceText } from './source-text.ts';
import { splitDocuments } from './split.ts';
import { TextDocument } from './text-document.ts';
import { unfold } from './unfold.ts';

/**
 * Reads the text of one file: YAML with any number of documents, or JSON. Never throws for what the text says: faults
 * are problems of its documents.
 */
export function readText(text: string, file: string): ReadResult {
  const documents = readDocuments(new SourceText(file, withoutMark(text)), 0);
  return { documents, resources: documents.flatMap(unfold), files: 1, notices: [] };
}

/** Where a segment stands in its file. */
export interface SegmentPlace {
  readonly file: string;
  readonly firstLine: number;
  readonly firstIndex: number;
}

/** The documents of a segment of a file. */
export function readSegment(segment: Segment, place: SegmentPlace): SourceDocument[] {
  const { text, fault: wrong } = decode(segment.bytes);
  const fault = wrong ?? (segment.tooLarge === undefined ? undefined : tooLarge(text, segment.tooLarge));
  const source = new SourceText(place.file, text, place.firstLine);
  return fault === undefined
    ? readDocuments(source, place.firstIndex)
    : [refuse(source, place.firstIndex, fault)];
}

function readDocuments(source: SourceText, firstIndex: number): SourceDocument[] {
  const zero = source.text.indexOf('\0');
  if (zero !== -1) return [refuse(source, firstIndex, binary(zero))];
  const reader = new ChunkReader(source, firstIndex);
  for (const chunk of splitDocuments(source.text)) reader.take(chunk);
  return reader.documents;
}

function binary(start: number): ReadFault {
  const hint = 'Give a YAML or JSON file.';
  return new ReadFault('yaml/encoding', 'the file holds a zero byte: it is not text', { start, hint });
}

function refuse(source: SourceText, index: number, fault: ReadFault): TextDocument {
  const problems = [toProblem(source, 0, fault)];
  return new TextDocument(source, { head: 0, start: 0, end: source.text.length, index, problems });
}
