import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkTracing } from './tracing.ts';

type Tracing = Parameters<typeof checkTracing>[0];

test.each<[string, Tracing, string[]]>([
  ['nothing passes', {}, []],
  ['the ends of the range pass', { randomSamplingPercentage: 100 }, []],
  ['no sampling passes', { randomSamplingPercentage: 0 }, []],
  [
    'less than none',
    { randomSamplingPercentage: -0.5 },
    ['telemetry/sampling tracing.randomSamplingPercentage'],
  ],
  [
    'more than all',
    { randomSamplingPercentage: 100.01 },
    ['telemetry/sampling tracing.randomSamplingPercentage'],
  ],
  ['one provider passes', { providers: [{ name: 'a' }] }, []],
  [
    'a second provider is not used',
    { providers: [{ name: 'a' }, { name: 'b' }] },
    ['telemetry/multiple-providers tracing.providers'],
  ],
  ['a provider without a name', { providers: [{}] }, ['telemetry/provider-name tracing.providers[0].name']],
  [
    'tags from every source pass',
    {
      customTags: {
        a: { literal: { value: 'x' } },
        b: { environment: { name: 'X' } },
        c: { header: { name: 'x' } },
      },
    },
    [],
  ],
  ['a tag without a source passes', { customTags: { a: {} } }, []],
  ['a format is not looked at', { customTags: { a: { formatter: { value: '' } } } }, []],
  [
    'a default alone does not name the variable',
    { customTags: { a: { environment: { defaultValue: 'x' } } } },
    ['telemetry/custom-tag tracing.customTags.a.environment.name'],
  ],
  [
    'an empty literal',
    { customTags: { a: { literal: { value: '' } } } },
    ['telemetry/custom-tag tracing.customTags.a.literal.value'],
  ],
  [
    'a header without a name',
    { customTags: { 'a.b': { header: {} } } },
    ['telemetry/custom-tag tracing.customTags["a.b"].header.name'],
  ],
  [
    'a tag without a name',
    { customTags: { '': { literal: { value: 'x' } } } },
    ['telemetry/custom-tag tracing.customTags[""]'],
  ],
])('tracing: %s', (_, entry, expected) => {
  expect(
    reported((report) => {
      checkTracing(entry, ['tracing'], report);
    }),
  ).toEqual(expected);
});
