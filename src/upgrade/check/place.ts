import { MeshctlError } from '../../errors.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';

/** A value somewhere in a document that somebody else may have written, read under the eyes of whoever asks. */
export class Place {
  readonly value: Json | undefined;
  /** JSON pointer (RFC 6901). */
  readonly #path: string;

  constructor(value: Json | undefined, path = '') {
    this.value = value;
    this.#path = path;
  }

  /** A member of an object, or what would be there. */
  at(key: string): Place {
    const object = this.object();
    const path = `${this.#path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return new Place(Object.hasOwn(object, key) ? object[key] : undefined, path);
  }

  object(): JsonObject {
    return isObject(this.value) ? this.value : this.refuse('is no object');
  }

  items(): readonly Place[] {
    if (!Array.isArray(this.value)) return this.refuse('is no list');
    return this.value.map((value, i) => new Place(value, `${this.#path}/${i}`));
  }

  /** The members of an object. */
  members(): readonly (readonly [string, Place])[] {
    return Object.keys(this.object()).map((key) => [key, this.at(key)]);
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.refuse('is no text');
  }

  texts(): readonly string[] {
    return this.items().map((item) => item.text());
  }

  /** A name of an object in Kubernetes: it becomes part of an address. */
  name(): string {
    const text = this.text();
    return text.length <= 253 && namePattern.test(text) ? text : this.refuse('is no name of an object');
  }

  count(most = Number.MAX_SAFE_INTEGER): number {
    const { value } = this;
    const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
    return isCount ? value : this.refuse(`is no number from 0 to ${most}`);
  }

  /** @throws {MeshctlError} `input` unless the value is one of `allowed`. */
  oneOf(...allowed: readonly (Json | undefined)[]): void {
    if (allowed.includes(this.value)) return;
    const known = allowed.filter((one) => one !== undefined).map((one) => JSON.stringify(one));
    this.refuse(`is ${shown(this.value)} instead of ${known.join(' or ')}`);
  }

  /** @throws {MeshctlError} `input`, always. */
  refuse(why: string): never {
    throw new MeshctlError('input', `${this.#path === '' ? 'it' : this.#path} ${why}`);
  }
}

const namePattern = /^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/;

/** The beginning is enough to find it. */
function shown(value: Json | undefined): string {
  const text = value === undefined ? 'not there' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
