import { escapeLines } from './printable.ts';

/** Version of every document that meshctl prints as JSON or YAML. */
export const apiVersion = 'meshctl.dev/v1';

/** What stands in a document beside apiVersion and kind, in the order of its keys. */
export interface Body {
  readonly apiVersion?: never;
  readonly kind?: never;
  readonly [field: string]: unknown;
}

/** A document of meshctl as JSON text. */
export function toJson(kind: string, body: Body): string {
  return jsonText({ apiVersion, kind, ...body });
}

/**
 * Indented JSON with a newline at its end. What JSON allows in a string although it steers a terminal or a CI system is
 * written as an escape: the value is the same.
 */
export function jsonText(value: object): string {
  return `${escapeLines(JSON.stringify(value, null, 2))}\n`;
}
