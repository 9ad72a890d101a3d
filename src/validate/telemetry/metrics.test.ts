import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkMetrics } from './metrics.ts';

type Metrics = Parameters<typeof checkMetrics>[0];

test.each<[string, Metrics, string[]]>([
  ['nothing passes', {}, []],
  ['any interval passes', { reportingInterval: '-1s' }, []],
  [
    'a provider without a name',
    { providers: [{ name: 'a' }, {}] },
    ['telemetry/provider-name metrics.providers[1].name'],
  ],
  ['a metric of its own passes', { overrides: [{ match: { customMetric: 'mine' } }] }, []],
  [
    'a metric of its own without a name',
    { overrides: [{}, { match: { customMetric: '' } }] },
    ['telemetry/metric metrics.overrides[1].match.customMetric'],
  ],
  ['setting a tag passes', { overrides: [{ tagOverrides: { host: { value: 'request.host' } } }] }, []],
  ['removing a tag passes', { overrides: [{ tagOverrides: { host: { operation: 'REMOVE' } } }] }, []],
  [
    'removing a tag with an empty value passes',
    { overrides: [{ tagOverrides: { host: { operation: 'REMOVE', value: '' } } }] },
    [],
  ],
  [
    'setting a tag to nothing',
    { overrides: [{ tagOverrides: { host: { operation: 'UPSERT', value: '' } } }] },
    ['telemetry/tag-override metrics.overrides[0].tagOverrides.host'],
  ],
  [
    'setting is what happens without an operation',
    { overrides: [{ tagOverrides: { host: {} } }] },
    ['telemetry/tag-override metrics.overrides[0].tagOverrides.host'],
  ],
  [
    'removing a tag with a value',
    { overrides: [{ tagOverrides: { host: { operation: 'REMOVE', value: 'a' } } }] },
    ['telemetry/tag-override metrics.overrides[0].tagOverrides.host'],
  ],
  [
    'a tag without a name',
    { overrides: [{ tagOverrides: { '': { value: 'a' } } }] },
    ['telemetry/tag-name metrics.overrides[0].tagOverrides[""]'],
  ],
])('metrics: %s', (_, entry, expected) => {
  expect(
    reported((report) => {
      checkMetrics(entry, ['metrics'], report);
    }),
  ).toEqual(expected);
});
