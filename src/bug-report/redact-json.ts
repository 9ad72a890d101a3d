import { isObject, type Json, type JsonObject } from '../json.ts';
import { marker, redact } from '../proxy/redact/index.ts';
import { isSecret, redactText } from './redact-text.ts';

/** A value without its secrets, and how many there were. */
export interface CleanJson {
  readonly value: Json;
  readonly count: number;
}

/**
 * Takes secrets out of what a cluster, an istiod or a proxy says: all values of Secrets, environment variables and fields
 * that are called like secrets, and what has the form of one, in texts that are YAML or JSON too.
 */
export function redactJson(value: Json): CleanJson {
  const first = redact(value);
  const cleaner = new Cleaner();
  const clean = cleaner.value(first.value);
  return { value: clean, count: first.count + cleaner.count };
}

class Cleaner {
  count = 0;

  value(value: Json): Json {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    return isObject(value) ? this.#object(value) : value;
  }

  #text(text: string): string {
    if (!text.includes('\n')) return text;
    const { text: clean, count } = redactText(text);
    this.count += count;
    return clean;
  }

  #object(object: JsonObject): JsonObject {
    const isOfSecret = isSecretObject(object);
    const named = typeof object.name === 'string' && isSecret(object.name);
    return Object.fromEntries(
      Object.entries(object).map(([key, value]): [string, Json] => {
        if (isOfSecret && (key === 'data' || key === 'stringData')) return [key, this.#valuesOf(value)];
        const hidden = typeof value === 'string' && (isSecret(key) || (named && key === 'value'));
        return [key, hidden ? this.#hide(value) : this.value(value)];
      }),
    );
  }

  #valuesOf(data: Json): Json {
    if (!isObject(data)) return this.#hide(data);
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, this.#hide(value)]));
  }

  #hide(value: Json): Json {
    if (value === marker || value === '') return value;
    this.count += 1;
    return marker;
  }
}

/** An object of the kind Secret; in lists of old servers it may stand without its kind. */
const isSecretObject = ({ kind, type, data }: JsonObject): boolean =>
  kind === 'Secret' || (kind === undefined && typeof type === 'string' && isObject(data));
