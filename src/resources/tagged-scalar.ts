import { ReadFault } from './read-fault.ts';
import { kubernetesScalar, type Scalar } from './scalar.ts';

/**
 * The value of a scalar with an explicit tag. Core tags ask for a type and fail when the text has another one; `!` and
 * unknown tags leave the text as it is. Throws {@link ReadFault} with `start` as its place.
 */
export function taggedScalar(tag: string, text: string, start: number): Scalar {
  const name = coreName(tag);
  if (name === 'binary') return decodeBase64(text, start);
  const isOfType = types[name];
  if (isOfType === undefined) return text;
  const value = kubernetesScalar(text);
  if (isOfType(value)) return value;
  throw new ReadFault('yaml/tag', `${JSON.stringify(text)} is not what its tag \`${tag}\` says`, {
    start,
    hint: 'Remove the tag or mend the value.',
  });
}

function coreName(tag: string): string {
  return /^!(?:!|<tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag)?.[1] ?? '';
}

const types: Partial<Record<string, (value: Scalar) => boolean>> = {
  null: (value) => value === null,
  bool: (value) => typeof value === 'boolean',
  int: (value) => Number.isInteger(value),
  float: (value) => typeof value === 'number',
};

function decodeBase64(text: string, start: number): string {
  const plain = text.replace(/\s/g, '');
  if (plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain)) {
    return Buffer.from(plain, 'base64').toString('utf8');
  }
  throw new ReadFault('yaml/tag', 'the text after `!!binary` is not base64', { start });
}
