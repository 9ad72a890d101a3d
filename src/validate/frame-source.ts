import type { Finding } from '../finding.ts';
import type { SourceDocument } from '../resources/index.ts';

/** Gives the lines around findings, keeping no more text than the documents that have some. */
export class FrameSource {
  private readonly documents = new Map<string, Map<number, SourceDocument>>();

  add({ file, range }: Finding, document: SourceDocument): void {
    const byLine = this.documents.get(file) ?? new Map<number, SourceDocument>();
    byLine.set(range.start.line, document);
    this.documents.set(file, byLine);
  }

  /** The lines `from`..`to` of a file, if a finding starts on one of them. */
  lines(file: string, from: number, to: number): readonly string[] {
    const byLine = this.documents.get(file);
    for (let line = from; line <= to; line += 1) {
      const document = byLine?.get(line);
      if (document !== undefined) return document.lines(from, to);
    }
    return [];
  }
}
