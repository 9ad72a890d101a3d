import { isObject, objectIn, plainText, type Json, type JsonObject } from '../../json.ts';

/**
 * An object as kubectl sends it for `kubectl create namespace` and the like; undefined for kinds that are not among
 * those few. Kubernetes packs objects into a message of its own, after four bytes that say so:
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding
 */
export function readProtobuf(body: Buffer): JsonObject | undefined {
  if (!body.subarray(0, magic.length).equals(magic)) return undefined;
  const envelope = decode(body.subarray(magic.length), unknownObject);
  const { apiVersion, kind } = objectIn(envelope, 'typeMeta');
  const name = plainText(kind);
  const message = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (message === undefined) return undefined;
  const content = decode(Buffer.from(plainText(envelope.raw), 'base64'), message);
  return { apiVersion: plainText(apiVersion), kind: name, ...content };
}

const magic = Buffer.from('k8s\0');

/** A field of a message: its name, and what it holds. */
type Field = readonly [
  name: string,
  holds: 'text' | 'texts' | 'bytes' | 'number' | 'map' | 'files' | Message,
];
/** Fields by their numbers; others are passed over. */
interface Message extends Readonly<Record<number, Field>> {
  /** It is no list. */
  readonly length?: never;
}

const unknownObject: Message = {
  1: ['typeMeta', { 1: ['apiVersion', 'text'], 2: ['kind', 'text'] }],
  2: ['raw', 'bytes'],
};
const metadata: Field = [
  'metadata',
  {
    1: ['name', 'text'],
    2: ['generateName', 'text'],
    3: ['namespace', 'text'],
    11: ['labels', 'map'],
    12: ['annotations', 'map'],
  },
];
const resource: Message = {
  1: ['namespace', 'text'],
  2: ['verb', 'text'],
  3: ['group', 'text'],
  5: ['resource', 'text'],
  6: ['subresource', 'text'],
  7: ['name', 'text'],
};

/** From the `generated.proto` files of k8s.io/api. */
const kinds: Readonly<Record<string, Message>> = {
  Namespace: { 1: metadata },
  ServiceAccount: { 1: metadata },
  ConfigMap: { 1: metadata, 2: ['data', 'map'], 3: ['binaryData', 'files'] },
  Secret: { 1: metadata, 2: ['data', 'files'], 3: ['type', 'text'], 4: ['stringData', 'map'] },
  SelfSubjectReview: { 1: metadata },
  SelfSubjectAccessReview: { 1: metadata, 2: ['spec', { 1: ['resourceAttributes', resource] }] },
  SelfSubjectRulesReview: { 1: metadata, 2: ['spec', { 1: ['namespace', 'text'] }] },
  TokenRequest: {
    1: metadata,
    2: ['spec', { 1: ['audiences', 'texts'], 4: ['expirationSeconds', 'number'] }],
  },
};

function decode(bytes: Buffer, message: Message): JsonObject {
  const object: JsonObject = {};
  for (const { number, value } of fieldsOf(bytes)) {
    const field = message[number];
    if (field !== undefined) object[field[0]] = valueOf(value, field[1], object[field[0]]);
  }
  return object;
}

function valueOf(value: Buffer | number, holds: Field[1], before: Json | undefined): Json {
  if (typeof value === 'number') return value;
  if (typeof holds === 'object') return decode(value, holds);
  return readers[holds](value, before);
}

const readers: Readonly<
  Record<Exclude<Field[1], Message>, (value: Buffer, before: Json | undefined) => Json>
> = {
  text: (value) => value.toString('utf8'),
  texts: (value, before) => [...(Array.isArray(before) ? before : []), value.toString('utf8')],
  bytes: (value) => value.toString('base64'),
  number: () => 0,
  map: (value, before) => withEntry(before, decode(value, { 1: ['key', 'text'], 2: ['value', 'text'] })),
  files: (value, before) => withEntry(before, decode(value, { 1: ['key', 'text'], 2: ['value', 'bytes'] })),
};

const withEntry = (before: Json | undefined, { key, value = '' }: JsonObject): JsonObject => ({
  ...(isObject(before) && before),
  [plainText(key)]: value,
});

/** https://protobuf.dev/programming-guides/encoding/ */
function* fieldsOf(bytes: Buffer): Generator<{ readonly number: number; readonly value: Buffer | number }> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    if (tag % 8 === 0) yield { number, value: varint() };
    else if (tag % 8 === 2) {
      const length = varint();
      yield { number, value: bytes.subarray(at, at + length) };
      at += length;
    } else return;
  }
}
