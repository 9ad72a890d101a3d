import type { Finding } from '../finding.ts';
import type { SourceDocument } from '../resources/index.ts';

/** Where a finding is, or a place related to it. */
type Place = Pick<Finding, 'file' | 'range'>;

/** Gives the lines around findings and related places, keeping no more text than the documents that have some. */
export class FrameSource {
  private readonly documents = new Map<string, Map<number, SourceDocument>>();

  /** Keeps the document that a place lies in. */
  add({ file, range }: Place, document: SourceDocument): void {
    const byLine = this.documents.get(file) ?? new Map<number, SourceDocument>();
    byLine.set(range.start.line, document);
    this.documents.set(file, byLine);
  }

  /** The lines `from`..`to` of a file, if a place that was added starts on one of them. */
  lines(file: string, from: number, to: number): readonly string[] {
    const byLine = this.documents.get(file);
    for (let line = from; line <= to; line += 1) {
      const document = byLine?.get(line);
      if (document !== undefined) return document.lines(from, to);
    }
    return [];
  }
}
