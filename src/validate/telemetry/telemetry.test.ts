import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkTelemetry } from './telemetry.ts';

type Spec = Parameters<typeof checkTelemetry>[0];

const otel = { name: 'otel' };

test.each<[string, Spec, string[]]>([
  ['an empty spec passes', {}, []],
  [
    'one entry of each sort passes',
    {
      tracing: [{ providers: [otel] }],
      metrics: [{ providers: [otel] }],
      accessLogging: [{ providers: [otel] }],
    },
    [],
  ],
  [
    'several access logs pass',
    { accessLogging: [{ providers: [otel, { name: 'file' }] }, { disabled: true }] },
    [],
  ],
  ['a second tracing entry is not used', { tracing: [{}, {}] }, ['telemetry/multiple-tracing spec.tracing']],
  [
    'a log provider without a name',
    { accessLogging: [{ providers: [{ name: '' }] }] },
    ['telemetry/provider-name spec.accessLogging[0].providers[0].name'],
  ],
  [
    'a filter passes',
    { accessLogging: [{ filter: { expression: 'response.code >= 400 || has(request.auth.claims)' } }] },
    [],
  ],
  [
    'a filter that is no expression',
    { accessLogging: [{}, { filter: { expression: 'response.code >=' } }] },
    ['telemetry/filter spec.accessLogging[1].filter.expression'],
  ],
  [
    'an empty filter',
    { accessLogging: [{ filter: {} }] },
    ['telemetry/filter spec.accessLogging[0].filter.expression'],
  ],
  [
    'tracing entries are checked',
    { tracing: [{ randomSamplingPercentage: 101 }] },
    ['telemetry/sampling spec.tracing[0].randomSamplingPercentage'],
  ],
  [
    'metrics entries are checked',
    { metrics: [{ providers: [{ name: '' }] }] },
    ['telemetry/provider-name spec.metrics[0].providers[0].name'],
  ],
  [
    'a target without a name',
    { targetRefs: [{ kind: 'Service', name: '' }] },
    ['targetref/name spec.targetRefs[0].name'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkTelemetry, spec)).toEqual(expected);
});
