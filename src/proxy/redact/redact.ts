import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { holdsSecrets, isSecretName } from './secret-name.ts';
import { marker, markerBytes, TextRedactor } from './redact-text.ts';

/** A value without its secrets, and how many there were. */
export interface Redacted {
  readonly value: Json;
  readonly count: number;
}

/**
 * Replaces secrets by `[redacted]`, as Envoy itself does for some: private keys, passwords and tokens, known by the
 * names of fields, headers and variables or by their form (PEM, JWT, addresses with passwords, JWKS), in text that is
 * JSON too. Certificates stay. What is a secret by neither name nor form, such as a constant in Lua code, stays.
 */
export function redact(value: Json): Redacted {
  const redactor = new Redactor();
  const clean = redactor.value(value);
  return { value: clean, count: redactor.count };
}

class Redactor {
  readonly #texts = new TextRedactor((value) => this.value(value));
  #hidden = 0;

  get count(): number {
    return this.#hidden + this.#texts.count;
  }

  /** The value itself where it has no secrets: of a large dump next to nothing is copied. */
  value(value: Json): Json {
    if (typeof value === 'string') return this.#texts.redact(value);
    if (Array.isArray(value)) return this.#list(value);
    return isObject(value) ? this.#object(value) : value;
  }

  #list(list: Json[]): Json[] {
    const clean = list.map((item) => this.value(item));
    return clean.every((item, index) => item === list[index]) ? list : clean;
  }

  #object(object: JsonObject): JsonObject {
    const secrets = secretFieldsOf(object);
    let clean = object;
    for (const key of Object.keys(object)) {
      const value = object[key];
      const without = value === undefined ? value : this.#field(key, value, secrets);
      if (without === value || without === undefined) continue;
      if (clean === object) clean = { ...object };
      clean[key] = without;
    }
    return clean;
  }

  #field(key: string, value: Json, secrets: ReadonlySet<string>): Json {
    if (holdsSecrets(key)) return this.#inline(value, true);
    if (!secrets.has(key) && !isSecretName(key)) return this.value(value);
    return this.#named(value);
  }

  /** What has the name of a secret: one, a list of them, or what holds it. */
  #named(value: Json): Json {
    if (typeof value === 'string') return this.#hide(value, marker);
    return Array.isArray(value) ? value.map((item) => this.#named(item)) : this.#inline(value, false);
  }

  /** Hides the data that stands in a `DataSource`, or with `deep` in all of them below. */
  #inline(value: Json, deep: boolean): Json {
    if (Array.isArray(value)) return value.map((item) => this.#inline(item, deep));
    if (!isObject(value)) return this.value(value);
    const secrets = secretFieldsOf(value);
    const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
      if (typeof inner === 'string' && inlineText.has(key)) return [key, this.#hide(inner, marker)];
      if (typeof inner === 'string' && inlineBytes.has(key)) return [key, this.#hide(inner, markerBytes)];
      return [key, deep ? this.#inline(inner, true) : this.#field(key, inner, secrets)];
    });
    return Object.fromEntries(entries);
  }

  #hide(text: string, by: string): string {
    if (text === '' || text === marker || text === markerBytes) return text;
    this.#hidden += 1;
    return by;
  }
}

const inlineText = new Set(['inline_string', 'inlineString']);
const inlineBytes = new Set(['inline_bytes', 'inlineBytes']);

const none: ReadonlySet<string> = new Set();
const valueFields: ReadonlySet<string> = new Set(['value', 'raw_value', 'rawValue', 'default_value']);
/** Of a JSON Web Key: the parts that are not public. */
const keyFields: ReadonlySet<string> = new Set(['k', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'oth']);

/** Of the filter that asks clients for API keys: `{key: ..., client: web}`. */
const clientFields: ReadonlySet<string> = new Set(['key']);

/** Fields that are secret by what stands beside them: `{key: authorization, value: ...}`, `{kty: oct, k: ...}`. */
function secretFieldsOf(object: JsonObject): ReadonlySet<string> {
  if (typeof object.kty === 'string') return keyFields;
  if (typeof object.client === 'string') return clientFields;
  const name = object.key ?? object.name;
  return typeof name === 'string' && isSecretName(name) ? valueFields : none;
}
