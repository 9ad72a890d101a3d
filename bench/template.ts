/** What a document is filled with; every draw is decided by the seed. */
export interface Facts {
  readonly name: string;
  readonly namespace: string;
  /** Another service of the same namespace, and a namespace other than this one. */
  readonly other: string;
  readonly elsewhere: string;
  /** From 0 to 99. */
  readonly number: number;
}

/** A slip of the kind people make: `from` occurs in the document and is replaced by `to`. */
export interface Mistake {
  readonly from: string | RegExp;
  readonly to: string;
}

/** How documents of a kind look, and what goes wrong in some of them. */
export interface Template {
  readonly kind: string;
  /** How many of a thousand documents are of this kind. */
  readonly share: number;
  readonly text: (facts: Facts) => string;
  readonly mistakes: readonly Mistake[];
}
