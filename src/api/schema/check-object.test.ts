import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { formatPath } from '../../path.ts';
import {
  bool,
  duration,
  int32,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
  atMostOneOf,
  double,
} from './fields.ts';
import { checkObject } from './check-object.ts';
import { istioKind } from './istio-kind.ts';
import { nodeOf } from './node.ts';

const item = message(
  'item',
  { name: string('n'), weight: int32('w', { cel: [{ rule: 'self >= 0', message: 'not below 0' }] }) },
  { required: ['name'] },
);
const Sample = istioKind({
  group: 'example.istio.io',
  kind: 'Sample',
  plural: 'samples',
  versions: ['v1'],
  storage: 'v1',
  age: 'last',
  spec: message(
    'spec',
    {
      host: string('h', { maxLength: 5, minLength: 1 }),
      mode: oneOf(['ON', 'OFF'], 'm'),
      timeout: duration('t', {
        cel: [{ rule: "duration(self) >= duration('1ms')", message: 'at least 1ms' }],
      }),
      port: uint32('p', { maximum: 65535 }),
      ratio: double('r', { minimum: 0 }),
      enabled: bool('e', { nullable: true }),
      maxItems: int32('x', { deprecated: 'use limit' }),
      items: list(item, 'i', {
        maxItems: 2,
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
      }),
      labels: map(string(), 'l', { minProperties: 1 }),
      left: string('a'),
      right: string('b'),
    },
    { required: ['host'], oneOf: atMostOneOf('left', 'right') },
  ),
});

const schema = nodeOf(Sample.versions[0]?.schema ?? {});

/** `rule path [who refuses]` of every problem. */
function problems(spec: unknown, object: JsonObject = {}): string[] {
  const value = {
    apiVersion: 'example.istio.io/v1',
    kind: 'Sample',
    metadata: { name: 'a' },
    spec,
    ...object,
  };
  return checkObject(Sample, schema, value as JsonObject).problems.map(
    ({ rule, path, rejectedBy }) => `${rule} ${formatPath(path)} [${rejectedBy.join(' ')}]`,
  );
}

const both = '[istio apiserver]';
const api = '[apiserver]';

describe('a spec', () => {
  test.each<[string, unknown, string[]]>([
    [
      'that is complete',
      { host: 'a', mode: 'ON', timeout: '5s', port: 80, ratio: 0.5, enabled: true, labels: { a: 'b' } },
      [],
    ],
    ['with an unknown field', { host: 'a', hots: 'b' }, [`schema/unknown-field spec ${both}`]],
    [
      'with a protobuf name, which only Istio reads',
      { host: 'a', max_items: 1 },
      [`schema/unknown-field spec ${api}`],
    ],
    [
      'without a required field, which only the API server asks for',
      {},
      [`schema/required spec.host ${api}`],
    ],
    ['with null for a required field', { host: null }, [`schema/required spec.host ${api}`]],
    ['with null for another field', { host: 'a', port: null }, []],
    ['with null for a nullable field', { host: 'a', enabled: null }, []],
    ['with a number for text', { host: 1 }, [`schema/type spec.host ${both}`]],
    [
      'with text for a number, which Istio reads',
      { host: 'a', port: '80' },
      [`schema/type spec.port ${api}`],
    ],
    ['with text that is no number', { host: 'a', port: 'http' }, [`schema/type spec.port ${both}`]],
    ['with a fraction for a whole number', { host: 'a', port: 1.5 }, [`schema/type spec.port ${both}`]],
    [
      'with a number over the limit of the CRD',
      { host: 'a', port: 70000 },
      [`schema/bound spec.port ${api}`],
    ],
    ['with a number over 32 bits', { host: 'a', port: 2 ** 32 }, [`schema/bound spec.port ${both}`]],
    ['with a negative unsigned number', { host: 'a', port: -1 }, [`schema/bound spec.port ${both}`]],
    [
      'with a text number for a fraction, which Istio reads',
      { host: 'a', ratio: '0.5' },
      [`schema/type spec.ratio ${api}`],
    ],
    ['with a fraction below its limit', { host: 'a', ratio: -0.5 }, [`schema/bound spec.ratio ${api}`]],
    ['with a text that is too long', { host: 'abcdef' }, [`schema/bound spec.host ${api}`]],
    ['with a text of five emoji, which is not too long', { host: '😀😀😀😀😀' }, []],
    ['with a text that is too short', { host: '' }, [`schema/bound spec.host ${api}`]],
    ['with a word in lower case', { host: 'a', mode: 'on' }, [`schema/enum spec.mode ${both}`]],
    [
      'with the number of a word, which Istio reads',
      { host: 'a', mode: 1 },
      [`schema/type spec.mode ${api}`],
    ],
    ['with a duration without unit', { host: 'a', timeout: '5' }, [`schema/duration spec.timeout ${both}`]],
    ['with a duration below the CEL rule', { host: 'a', timeout: '1us' }, [`schema/cel spec.timeout ${api}`]],
    ['with text for a boolean', { host: 'a', enabled: 'true' }, [`schema/type spec.enabled ${both}`]],
    ['with an object for a list', { host: 'a', items: {} }, [`schema/type spec.items ${both}`]],
    [
      'with a null item, which Istio reads as empty',
      { host: 'a', items: [null] },
      [`schema/type spec.items[0] ${api}`],
    ],
    [
      'with too many items',
      { host: 'a', items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
      [`schema/bound spec.items ${api}`],
    ],
    [
      'with two items of one key',
      { host: 'a', items: [{ name: 'a' }, { name: 'a' }] },
      [`schema/duplicate-item spec.items[1] ${api}`],
    ],
    [
      'with a broken CEL rule in an item',
      { host: 'a', items: [{ name: 'a', weight: -1 }] },
      [`schema/cel spec.items[0].weight ${api}`],
    ],
    [
      'whose CEL rules the API server does not reach',
      { items: [{ name: 'a', weight: -1 }] },
      [`schema/required spec.host ${api}`],
    ],
    ['with an empty map', { host: 'a', labels: {} }, [`schema/bound spec.labels ${api}`]],
    [
      'with a map that only holds null',
      { host: 'a', labels: { a: null } },
      [`schema/bound spec.labels ${api}`],
    ],
    ['with a key called __proto__', JSON.parse('{"host":"a","labels":{"__proto__":"x"}}'), []],
    [
      'with a field called constructor',
      { host: 'a', constructor: 'x' },
      [`schema/unknown-field spec ${both}`],
    ],
    [
      'with both of two fields that exclude each other',
      { host: 'a', left: 'x', right: 'y' },
      [`schema/alternatives spec ${api}`],
    ],
    ['with a deprecated field', { host: 'a', maxItems: 1 }, ['schema/deprecated-field spec.maxItems []']],
    ['that is text', 'oops', [`schema/type spec ${both}`]],
    [
      'with every fault at once',
      { hots: 'b', port: 'x', mode: 'on' },
      [
        `schema/unknown-field spec ${both}`,
        `schema/type spec.port ${both}`,
        `schema/enum spec.mode ${both}`,
        `schema/required spec.host ${api}`,
      ],
    ],
  ])('%s', (_, spec, expected) => {
    expect(problems(spec)).toEqual(expected);
  });
});

describe('an object', () => {
  test.each<[string, JsonObject, string[]]>([
    ['with an unknown field beside spec', { specs: {} }, [`schema/unknown-field  ${both}`]],
    ['without metadata', { metadata: null }, [`metadata/required metadata ${api}`]],
    ['without a name', { metadata: {} }, [`metadata/required metadata.name ${api}`]],
    ['with a generated name', { metadata: { generateName: 'a-' } }, []],
    ['with a name in upper case', { metadata: { name: 'A' } }, [`metadata/name metadata.name ${api}`]],
    ['with a dotted name', { metadata: { name: 'a.b' } }, []],
    [
      'with a number as label',
      { metadata: { name: 'a', labels: { b: 1 } } },
      [`schema/type metadata.labels.b ${api}`],
    ],
    [
      'with a label of 64 characters',
      { metadata: { name: 'a', labels: { b: 'x'.repeat(64) } } },
      [`metadata/label metadata.labels.b ${api}`],
    ],
    [
      'with a strange label key',
      { metadata: { name: 'a', labels: { 'a b': 'c' } } },
      [`metadata/label metadata.labels["a b"] ${api}`],
    ],
    [
      'with unknown metadata',
      { metadata: { name: 'a', labls: {} } },
      [`schema/unknown-field metadata ${api}`],
    ],
    ['with any status', { status: { anything: [1] } }, []],
    [
      'with a status of the wrong type',
      { status: { conditions: 1 } },
      [`schema/type status.conditions ${api}`],
    ],
  ])('%s', (_, object, expected) => {
    expect(problems({ host: 'a' }, object)).toEqual(expected);
  });
});

test('an object may have more problems than a function takes arguments', () => {
  const items = Array.from({ length: 150_000 }, () => 1);
  const each = problems({ host: 'a', items }).filter((line) => line.startsWith('schema/type'));
  expect(each).toHaveLength(items.length);
});

describe('what Istio sees', () => {
  const decoded = (spec: JsonObject) =>
    checkObject(Sample, schema, { apiVersion: 'v', kind: 'Sample', metadata: { name: 'a' }, spec }).spec;

  test.each<[string, JsonObject, JsonObject]>([
    ['numbers for numbers in quotes', { host: 'a', port: '80' }, { host: 'a', port: 80 }],
    ['names for numbers of words', { host: 'a', mode: 1 }, { host: 'a', mode: 'OFF' }],
    ['lowerCamelCase for protobuf names', { host: 'a', max_items: 3 }, { host: 'a', maxItems: 3 }],
    ['empty objects for null items', { host: 'a', items: [null] }, { host: 'a', items: [{}] }],
    ['empty text for null in a map', { host: 'a', labels: { b: null } }, { host: 'a', labels: { b: '' } }],
    [
      'the last of fields that exclude each other',
      { host: 'a', right: 'y', left: 'x' },
      { host: 'a', right: 'y' },
    ],
    ['nothing where it cannot read', { host: 1, port: 80 }, { port: 80 }],
    ['the very same spec when nothing differs', { host: 'a' }, { host: 'a' }],
  ])('%s', (_, spec, expected) => {
    expect(decoded(spec)).toEqual(expected);
  });
});
