/** A verb of a format with its flags: `%-5d`. Source: https://pkg.go.dev/fmt */
export interface Verb {
  readonly letter: string;
  readonly plus: boolean;
  readonly minus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  /** `%+v`: structs are printed with the names of their fields. */
  readonly names: boolean;
  /** `%#v`: values are printed as Go source. */
  readonly source: boolean;
  /** Whether `Error` and `String` of a value are passed over. */
  readonly bare: boolean;
  readonly width: number | undefined;
  readonly precision: number | undefined;
}

export const plainVerb: Verb = {
  letter: 'v',
  plus: false,
  minus: false,
  sharp: false,
  space: false,
  zero: false,
  names: false,
  source: false,
  bare: false,
  width: undefined,
  precision: undefined,
};

/** Fills a text up to the width of the verb. */
export function pad(verb: Verb, text: string): string {
  if (verb.width === undefined || text.length >= verb.width) return text;
  const missing = verb.width - Array.from(text).length;
  if (missing <= 0) return text;
  if (verb.minus) return text + ' '.repeat(missing);
  return (verb.zero ? '0' : ' ').repeat(missing) + text;
}
