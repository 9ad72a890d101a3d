/** A file that may be read; names are relative to where the search began, with `/`. */
export interface SourceFile {
  readonly name: string;
  /** @throws {MeshctlError} `input` when it cannot be read, is a link that leads elsewhere, or is too large for a chart. */
  readonly read: () => Uint8Array;
}
