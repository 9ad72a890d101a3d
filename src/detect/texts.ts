import { plainText, type Json } from '../json.ts';

/** A regular expression of a detection. */
export function regularExpression(value: Json | undefined): RegExp {
  const text = plainText(value);
  const known = expressions.get(text) ?? new RegExp(text);
  expressions.set(text, known);
  return known;
}

/** Whether a name is meant by a pattern, where `*` stands for any text. */
export function isNamed(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return regularExpression(`^${parts.join('.*')}$`).test(name);
}

/** The version in the tag of an image, such as `1.15.2` of `kiali:v1.15.2@sha256:...`. */
export const imageVersion = (image: string): string | undefined =>
  /:v?(\d[\w.]*)[^/:]*(?:@.*)?$/.exec(image)?.[1];

const expressions = new Map<string, RegExp>();
