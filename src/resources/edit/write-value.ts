import type { Json } from '../../json.ts';
import { kubernetesScalar } from '../scalar.ts';

/** How values are written at a place. */
export interface Notation {
  /** Between brackets. */
  readonly flow: boolean;
  /** Texts and keys in double quotes. */
  readonly json: boolean;
}

/** A value on one line; collections are in brackets. */
export function writeInline(value: Json, notation: Notation): string {
  if (typeof value === 'string') return writeText(value, notation);
  if (typeof value !== 'object' || value === null) return String(value);
  const inside = { ...notation, flow: true };
  if (Array.isArray(value)) return `[${value.map((item) => writeInline(item, inside)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${writeText(key, inside)}: ${writeInline(member, inside)}`,
  );
  return members.length === 0
    ? '{}'
    : notation.json
      ? `{${members.join(', ')}}`
      : `{ ${members.join(', ')} }`;
}

/**
 * A value after its key or dash: a scalar on the same line, the members of a collection on lines of their own. `indent`
 * is that of the members, `eol` what ends a line.
 */
export function writeBlock(value: Json, indent: string, eol: string): string {
  const notation = { flow: false, json: false };
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return ` ${writeInline(value, notation)}`;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${indent}-${writeBlock(item, deeper, eol).replace(`${eol}${deeper}`, ' ')}`)
    : Object.entries(value).map(
        ([key, member]) => `${indent}${writeText(key, notation)}:${writeBlock(member, deeper, eol)}`,
      );
  return `${eol}${lines.join(eol)}`;
}

/** A text without quotes where it is read as that text, otherwise in double quotes. */
export function writeText(text: string, { json }: Notation): string {
  const plain = !json && plainText.test(text) && kubernetesScalar(text) === text;
  return plain ? text : JSON.stringify(text);
}

/** Texts that mean nothing in YAML, be it in brackets or not. */
const plainText = /^[A-Za-z0-9_./][A-Za-z0-9_./-]*$/;

/** A text in the quotes that another one had. */
export function writeLike(raw: string, text: string, notation: Notation): string {
  if (raw.startsWith('"')) return JSON.stringify(text);
  if (raw.startsWith("'") && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return writeText(text, notation);
}
