import { stringify } from 'yaml';
import type { Path } from '../../path.ts';
import { readText, type JsonObject, type Location, type SourceDocument } from '../../resources/index.ts';
import { redactedSecret } from '../list/kept-secret.ts';

/**
 * An object of a cluster as a document: the YAML that `kubectl get -o yaml` would print, but for what was not kept. It
 * is written when a line or place of it is asked for, which is for few objects; private keys never are.
 */
export class LiveDocument implements SourceDocument {
  readonly file: string;
  readonly index = 0;
  readonly value: JsonObject;
  readonly problems = [];
  private text: SourceDocument | undefined;

  constructor(file: string, value: JsonObject) {
    this.file = file;
    this.value = value;
  }

  lines(from: number, to: number): string[] {
    return this.written().lines(from, to);
  }

  locate(path: Path): Location {
    return this.written().locate(path);
  }

  /** It has no comments, which is what people search for. */
  linesWith(): [] {
    return [];
  }

  /** There is no text to be changed. */
  edits(): undefined {
    return undefined;
  }

  private written(): SourceDocument {
    this.text ??= readText(render(this.value), this.file).documents[0];
    if (this.text === undefined) throw new Error(`${this.file} has no text`);
    return this.text;
  }
}

function render(object: JsonObject): string {
  const { apiVersion, kind, metadata, ...rest } = object.kind === 'Secret' ? redactedSecret(object) : object;
  const ordered = { apiVersion, kind, metadata, ...rest };
  return stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' });
}
