/** A regular expression that says no more than a text: the whole text, or the beginning of it. */
export interface PlainText {
  readonly match: 'exact' | 'prefix';
  readonly text: string;
}

/** Letters, digits and all else that stands for itself, and escaped signs; `.*` may follow. */
const plain = /^\^?((?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9\s])+)(\.\*)?\$?$/;

/** What a regular expression says plainly, where the whole value has to fit; undefined when it says more. */
export function plainText(regex: string): PlainText | undefined {
  const match = plain.exec(regex);
  if (match === null) return undefined;
  const [, text = '', rest] = match;
  return { match: rest === undefined ? 'exact' : 'prefix', text: text.replace(/\\(.)/gu, '$1') };
}
