import { expect, test } from 'vitest';
import type { EnvoyField, EnvoyRules } from '../../api/envoy/index.ts';
import type { Json } from '../../json.ts';
import { absenceFault, valueFault } from './value-fault.ts';

const field = (type: string, rules: EnvoyRules, shape: EnvoyField['shape'] = 'one'): EnvoyField => ({
  name: 'x',
  jsonName: 'x',
  shape,
  type,
  keyType: shape === 'map' ? 'string' : '',
  deprecated: false,
  oneof: undefined,
  rules,
});

const sanType = 'envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType';

test.each<[string, EnvoyField, Json, string | undefined]>([
  ['a number in its bounds', field('uint32', { gte: 200, lt: 600 }), 200, undefined],
  ['a number at an excluded bound', field('uint32', { gte: 200, lt: 600 }), 600, 'must be less than 600'],
  ['a number as text', field('uint64', { gt: 0 }), '0', 'must be greater than 0'],
  ['a wrapped number', field('google.protobuf.UInt32Value', { lte: 100 }), 101, 'must be at most 100'],
  ['a duration above its bound', field('google.protobuf.Duration', { gt: '0s' }), '1ms', undefined],
  [
    'a duration at its bound',
    field('google.protobuf.Duration', { gt: '0s' }),
    '0s',
    'must be greater than 0s',
  ],
  ['no duration at all', field('google.protobuf.Duration', { gt: '0s' }), 'soon', undefined],
  ['a text', field('string', { minLen: 1 }), 'a', undefined],
  ['an empty text', field('string', { minLen: 1 }), '', 'must not be empty'],
  ['characters, not bytes, for maxLen', field('string', { maxLen: 2 }), 'äö', undefined],
  ['bytes for maxBytes', field('string', { maxBytes: 2 }), 'äö', 'has more than 2 bytes'],
  ['a prefix', field('string', { prefix: '/' }), 'a', 'must start with /'],
  ['a suffix', field('string', { suffix: '%', ignoreEmpty: true }), 'a', 'must end with %'],
  ['an empty text that may be so', field('string', { suffix: '%', ignoreEmpty: true }), '', undefined],
  ['a closed list', field('string', { in: ['http', 'https'] }), 'ftp', 'can only be "http", "https"'],
  ['a pattern', field('string', { pattern: '^[^/]*$' }), 'a/b', 'must match ^[^/]*$'],
  [
    'a header name',
    field('string', { header: 'HTTP_HEADER_NAME' }),
    'a b',
    'is not the name of an HTTP header',
  ],
  ['a header value', field('string', { header: 'HTTP_HEADER_VALUE' }), 'a\tb', undefined],
  ['a line break', field('string', { header: 'LOOSE' }), 'a\nb', 'holds a line break or NUL'],
  ['a space in a loose header', field('string', { header: 'LOOSE' }), 'a b', undefined],
  ['a constant', field('bool', { const: true }), false, 'can only be true'],
  [
    'the first value of an enum',
    field(sanType, { notDefault: true }),
    'SAN_TYPE_UNSPECIFIED',
    'cannot be SAN_TYPE_UNSPECIFIED',
  ],
  ['another value of an enum', field(sanType, { notDefault: true }), 'DNS', undefined],
  ['bytes', field('bytes', { minLen: 1 }), '', 'must not be empty'],
])('%s', (_, given, value, fault) => {
  expect(valueFault(given, value, false)).toEqual(fault === undefined ? undefined : { at: [], fault });
});

test.each<[string, EnvoyField, Json, unknown]>([
  [
    'too few items',
    field('string', { minItems: 1 }, 'list'),
    [],
    { at: [], fault: 'needs at least one item' },
  ],
  [
    'too many items',
    field('string', { maxItems: 1 }, 'list'),
    ['', ''],
    { at: [], fault: 'has more than one item' },
  ],
  [
    'a bad item',
    field('string', { items: { minLen: 1 } }, 'list'),
    ['a', ''],
    { at: [1], fault: 'must not be empty' },
  ],
  [
    'a repeated item',
    field('uint32', { unique: true }, 'list'),
    [1, 2, 1],
    { at: [2], fault: 'is there twice' },
  ],
  ['different items', field('uint32', { unique: true }, 'list'), [1, 2], undefined],
  [
    'too few entries',
    field('string', { minPairs: 1 }, 'map'),
    {},
    { at: [], fault: 'needs at least one entry' },
  ],
  [
    'a bad key',
    field('string', { keys: { minLen: 1 } }, 'map'),
    { '': 'a' },
    { at: [''], fault: 'must not be empty' },
  ],
  [
    'a bad entry',
    field('string', { values: { minLen: 1 } }, 'map'),
    { a: '' },
    { at: ['a'], fault: 'must not be empty' },
  ],
])('a list or map with %s', (_, given, value, found) => {
  expect(valueFault(given, value, false)).toEqual(found);
});

test.each<[string, EnvoyField, Json]>([
  ['an empty text', field('string', { minLen: 1 }), ''],
  ['zero', field('uint32', { gt: 0 }), 0],
  ['an empty list', field('string', { minItems: 1 }, 'list'), []],
  ['an empty map', field('string', { minPairs: 1 }, 'map'), {}],
])('laid over another value %s changes nothing', (_, given, value) => {
  expect(valueFault(given, value, false)).toBeDefined();
  expect(valueFault(given, value, true)).toBeUndefined();
});

test('laid over another value a number keeps its bounds', () => {
  expect(valueFault(field('uint32', { lte: 1 }), 2, true)).toBeDefined();
});

test.each<[string, EnvoyField, string | undefined]>([
  ['a required message', field('google.protobuf.Any', { required: true }), 'is required'],
  ['a text that may not be empty', field('string', { minLen: 1 }), 'must not be empty'],
  ['a number that may not be zero', field('uint32', { gte: 200 }), 'must be at least 200'],
  ['a list that may not be empty', field('string', { minItems: 1 }, 'list'), 'needs at least one item'],
  ['a map that may not be empty', field('string', { minPairs: 1 }, 'map'), 'needs at least one entry'],
  ['an enum with a useless first value', field(sanType, { notDefault: true }), 'is required'],
  ['a wrapped number', field('google.protobuf.UInt32Value', { gte: 1 }), undefined],
  ['a duration', field('google.protobuf.Duration', { gt: '0s' }), undefined],
  ['a list with bounds for its items', field('string', { items: { minLen: 1 } }, 'list'), undefined],
  ['a text that may be empty', field('string', { ignoreEmpty: true, prefix: '%' }), undefined],
])('without %s', (_, given, fault) => {
  expect(absenceFault(given)).toBe(fault);
});
