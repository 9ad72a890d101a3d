/** A place in a text; both numbers start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is the first position after it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
