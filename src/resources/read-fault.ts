/**
 * Why a document cannot be read, thrown inside this folder only. `start` and `end` count from the start of the
 * document's text.
 */
export class ReadFault extends Error {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly hint: string | undefined;
  /** Another place the message should name: it is appended as `line L, column C`. */
  readonly other: number | undefined;

  constructor(
    rule: string,
    message: string,
    place: { start: number; end?: number; hint?: string; other?: number },
  ) {
    super(message);
    this.rule = rule;
    this.start = place.start;
    this.end = place.end ?? place.start + 1;
    this.hint = place.hint;
    this.other = place.other;
  }
}
