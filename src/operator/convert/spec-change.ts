/** What became of one setting of an older spec. */
export interface SpecChange {
  /** `moved` to another field or another form, or `removed`. */
  readonly what: 'moved' | 'removed';
  /** Line in the text that was given, from 1. */
  readonly line: number;
  /** `spec.values.global.mtls.auto`. */
  readonly path: string;
  /** Where its value is now. */
  readonly to?: string;
  /** What to know, or to do. */
  readonly note?: string;
}
