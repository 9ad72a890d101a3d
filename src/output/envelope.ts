/** Version of every document that meshctl prints as JSON or YAML. */
export const apiVersion = 'meshctl.dev/v1';

/** A document of meshctl as JSON text; `body` stands beside apiVersion and kind, in the order of its keys. */
export function toJson(kind: string, body: object): string {
  return jsonText({ apiVersion, kind, ...body });
}

/**
 * Indented JSON with a newline at its end. Characters that JSON allows but that steer a terminal (C1 controls,
 * direction marks) or that a CI system reads as a command (`##[`) are written as escapes: the value is the same.
 */
export function jsonText(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(
    /[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|(?<=#)#(?=\w*\[)/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
