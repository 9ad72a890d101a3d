import { enumTable, messageTable } from './type-table.ts';

/** What Envoy asks of the value of a field when it loads a configuration; durations are text, such as `1.5s`. */
export interface EnvoyRules {
  readonly required?: boolean;
  readonly const?: boolean;
  readonly gt?: number | string;
  readonly gte?: number | string;
  readonly lt?: number | string;
  readonly lte?: number | string;
  /** Characters. */
  readonly minLen?: number;
  readonly maxLen?: number;
  /** Bytes of UTF-8. */
  readonly maxBytes?: number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly pattern?: string;
  readonly in?: readonly string[];
  /** The text goes into an HTTP header: by the letter of the standard, or just without line breaks and NUL. */
  readonly header?: 'HTTP_HEADER_NAME' | 'HTTP_HEADER_VALUE' | 'LOOSE';
  /** The other rules hold for values other than the default. */
  readonly ignoreEmpty?: boolean;
  /** Any value of the enum but its first, which is what an absent field means. */
  readonly notDefault?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly unique?: boolean;
  readonly items?: EnvoyRules;
  readonly minPairs?: number;
  readonly keys?: EnvoyRules;
  readonly values?: EnvoyRules;
}

export interface EnvoyField {
  /** As in the definition: `connect_timeout`. */
  readonly name: string;
  /** As in JSON: `connectTimeout`. */
  readonly jsonName: string;
  readonly shape: 'one' | 'list' | 'map';
  /** Type of the value or item: a scalar such as `uint32`, or the full name of a message or enum. */
  readonly type: string;
  /** Scalar type of the keys of a map. */
  readonly keyType: string;
  readonly deprecated: boolean;
  readonly oneof: string | undefined;
  readonly rules: EnvoyRules | undefined;
}

export interface EnvoyMessage {
  readonly name: string;
  readonly fields: readonly EnvoyField[];
  /** By both names of the field. */
  readonly byKey: ReadonlyMap<string, EnvoyField>;
}

const messages = new Map<string, EnvoyMessage>();

/** A message of Envoy's API, or one of protobuf or xDS that it uses, by its full name. */
export function envoyMessage(name: string): EnvoyMessage | undefined {
  const known = messages.get(name);
  if (known !== undefined) return known;
  const home = packageOf(name);
  const table = messageTable[home];
  const short = name.slice(home.length + 1);
  if (table === undefined || !Object.hasOwn(table, short)) return undefined;
  const fields = (table[short] ?? '')
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => fieldOf(text, home));
  const byKey = new Map(fields.flatMap((field) => [[field.name, field] as const, [field.jsonName, field]]));
  const message = { name, fields, byKey };
  messages.set(name, message);
  return message;
}

/** The names of the values of an enum; undefined for what is no enum. */
export function envoyEnum(name: string): readonly string[] | undefined {
  return Object.hasOwn(enumTable, name) ? enumTable[name]?.split(' ') : undefined;
}

/** Full names of all messages. */
export function envoyMessageNames(): string[] {
  return Object.entries(messageTable).flatMap(([home, table]) =>
    Object.keys(table).map((name) => `${home}.${name}`),
  );
}

function packageOf(name: string): string {
  const end = name.search(/\.[A-Z]/);
  return end < 0 ? '' : name.slice(0, end);
}

const fieldForm = /^(\w+):(\[\]|map<(\w+),)?(?:enum:)?([\w.]+)>?(!)?(?:\|(\w+))?(\{.*\})?$/;

function fieldOf(text: string, home: string): EnvoyField {
  const [, name = '', shape, keyType = '', type = '', deprecated, oneof, rules] = fieldForm.exec(text) ?? [];
  return {
    name,
    jsonName: name.replace(/_+([a-z])?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? ''),
    shape: shape === undefined ? 'one' : shape === '[]' ? 'list' : 'map',
    type: fullName(type, home),
    keyType,
    deprecated: deprecated !== undefined,
    oneof,
    rules: rules === undefined ? undefined : (JSON.parse(rules) as EnvoyRules),
  };
}

function fullName(type: string, home: string): string {
  if (type.startsWith('.')) return `${home}${type}`;
  return /^[A-Z]/.test(type) ? `google.protobuf.${type}` : type;
}
