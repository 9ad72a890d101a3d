import type { Static } from 'typebox';
import { parsesAsCel } from '../api/index.ts';
import type { TelemetrySpec } from '../api/telemetry.ts';
import type { Path } from '../path.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from './rule.ts';
import { checkTargets } from './values/targets.ts';

type Spec = Static<typeof TelemetrySpec>;
type Tracing = NonNullable<Spec['tracing']>[number];
type Metrics = NonNullable<Spec['metrics']>[number];
type Override = NonNullable<Metrics['overrides']>[number];

const providerName = errorRule({
  slug: 'telemetry/provider-name',
  summary: 'Every provider is named.',
  message: () => 'the provider has no name',
  hint: 'Name one of the `extensionProviders` of the mesh config.',
});

const multipleTracing = warningRule({
  slug: 'telemetry/multiple-tracing',
  summary: '`tracing` has one entry.',
  message: ({ count }: { count: number }) => `\`tracing\` has ${count} entries; only the first is used`,
});

const multipleProviders = warningRule({
  slug: 'telemetry/multiple-providers',
  summary: 'A tracing entry has one provider.',
  message: ({ count }: { count: number }) =>
    `the tracing entry has ${count} providers; only the first is used`,
});

const sampling = errorRule({
  slug: 'telemetry/sampling',
  summary: 'A sampling percentage lies between 0 and 100.',
  message: ({ value }: { value: number }) => `${value} is not between 0 and 100`,
});

const customTag = errorRule({
  slug: 'telemetry/custom-tag',
  summary: 'A custom tag says where its value comes from.',
  message: ({ what }: { what: string }) => `the custom tag has an empty ${what}`,
});

const metric = errorRule({
  slug: 'telemetry/metric',
  summary: 'An override that names a custom metric names it.',
  message: () => 'the name of the custom metric is empty',
});

const tagOverride = errorRule({
  slug: 'telemetry/tag-override',
  summary: 'A tag override that sets a tag has a value, one that removes it has none.',
  message: ({ problem }: { problem: string }) => problem,
});

const filter = errorRule({
  slug: 'telemetry/filter',
  summary: 'The filter of an access log is a CEL expression.',
  message: ({ expression }: { expression: string }) =>
    `${JSON.stringify(expression)} is not a CEL expression`,
  hint: 'Write for example `response.code >= 400`.',
});

export const telemetryRules: readonly RuleInfo[] = [
  ...[providerName, multipleTracing, multipleProviders, sampling, customTag, metric, tagOverride, filter],
];

/** The rules of Istio for a Telemetry. */
export const checkTelemetry: Check<Spec> = (spec, context) => {
  const { report } = context;
  const { tracing = [], metrics = [], accessLogging = [] } = spec;
  checkTargets(spec, ['spec'], context.report);
  if (tracing.length > 1) report(multipleTracing, ['spec', 'tracing'], { count: tracing.length });
  for (const [index, entry] of tracing.entries()) checkTracing(entry, ['spec', 'tracing', index], report);
  for (const [index, entry] of metrics.entries()) checkMetrics(entry, ['spec', 'metrics', index], report);
  for (const [index, { providers, filter: given }] of accessLogging.entries()) {
    const path = ['spec', 'accessLogging', index];
    checkProviders(providers, path, report);
    if (given !== undefined) checkFilter(given.expression ?? '', [...path, 'filter', 'expression'], report);
  }
};

function checkFilter(expression: string, path: Path, report: Report): void {
  if (!parsesAsCel(expression)) report(filter, path, { expression });
}

function checkProviders(providers: Tracing['providers'] = [], path: Path, report: Report): void {
  for (const [index, { name = '' }] of providers.entries()) {
    if (name === '') report(providerName, [...path, 'providers', index, 'name'], {});
  }
}

function checkTracing(entry: Tracing, path: Path, report: Report): void {
  const { providers = [], randomSamplingPercentage: value, customTags = {} } = entry;
  if (providers.length > 1) report(multipleProviders, [...path, 'providers'], { count: providers.length });
  checkProviders(providers, path, report);
  if (value !== undefined && (value < 0 || value > 100)) {
    report(sampling, [...path, 'randomSamplingPercentage'], { value });
  }
  for (const [name, tag] of Object.entries(customTags))
    checkCustomTag(tag, [...path, 'customTags', name], report);
}

type CustomTag = NonNullable<Tracing['customTags']>[string];

function checkCustomTag({ literal, environment, header }: CustomTag, path: Path, report: Report): void {
  if (literal !== undefined && (literal.value ?? '') === '') {
    report(customTag, [...path, 'literal', 'value'], { what: 'literal value' });
  }
  if (environment !== undefined && (environment.name ?? '') === '') {
    report(customTag, [...path, 'environment', 'name'], { what: 'name of the environment variable' });
  }
  if (header !== undefined && (header.name ?? '') === '') {
    report(customTag, [...path, 'header', 'name'], { what: 'name of the header' });
  }
}

function checkMetrics({ providers, overrides = [] }: Metrics, path: Path, report: Report): void {
  checkProviders(providers, path, report);
  for (const [index, override] of overrides.entries())
    checkOverride(override, [...path, 'overrides', index], report);
}

function checkOverride({ match, tagOverrides = {} }: Override, path: Path, report: Report): void {
  if (match?.customMetric === '') report(metric, [...path, 'match', 'customMetric'], {});
  for (const [tag, { operation = 'UPSERT', value = '' }] of Object.entries(tagOverrides)) {
    const place = [...path, 'tagOverrides', tag];
    if (operation === 'UPSERT' && value === '') {
      report(tagOverride, place, { problem: 'setting a tag needs a `value`' });
    }
    if (operation === 'REMOVE' && value !== '') {
      report(tagOverride, place, { problem: 'removing a tag takes no `value`' });
    }
  }
}
