import type { Static } from 'typebox';
import { parsesAsCel } from '../../api/index.ts';
import type { TelemetrySpec } from '../../api/telemetry.ts';
import type { Path } from '../../path.ts';
import { errorRule, warningRule, type Check, type Report, type RuleInfo } from '../rule.ts';
import { checkTargets } from '../values/targets.ts';
import { checkMetrics, metricsRules } from './metrics.ts';
import { checkProviders, providerRules } from './providers.ts';
import { checkTracing, tracingRules } from './tracing.ts';

type Spec = Static<typeof TelemetrySpec>;

const multipleTracing = warningRule({
  slug: 'telemetry/multiple-tracing',
  summary: '`tracing` has one entry.',
  message: ({ count }: { count: number }) => `\`tracing\` has ${count} entries; only the first is used`,
});

const filterExpression = errorRule({
  slug: 'telemetry/filter',
  summary: 'The filter of an access log is a CEL expression.',
  message: ({ expression }: { expression: string }) =>
    `${JSON.stringify(expression)} is not a CEL expression`,
  hint: 'Write for example `response.code >= 400`.',
});

export const telemetryRules: readonly RuleInfo[] = [
  ...[multipleTracing, filterExpression],
  ...providerRules,
  ...tracingRules,
  ...metricsRules,
];

/** The rules of Istio for a Telemetry. */
export const checkTelemetry: Check<Spec> = (spec, { report }) => {
  const { tracing = [], metrics = [], accessLogging = [] } = spec;
  checkTargets(spec, ['spec'], report);
  if (tracing.length > 1) report(multipleTracing, ['spec', 'tracing'], { count: tracing.length });
  for (const [index, entry] of tracing.entries()) checkTracing(entry, ['spec', 'tracing', index], report);
  for (const [index, entry] of metrics.entries()) checkMetrics(entry, ['spec', 'metrics', index], report);
  for (const [index, entry] of accessLogging.entries())
    checkAccessLogging(entry, ['spec', 'accessLogging', index], report);
};

type AccessLogging = NonNullable<Spec['accessLogging']>[number];

function checkAccessLogging({ providers, filter }: AccessLogging, path: Path, report: Report): void {
  checkProviders(providers, [...path, 'providers'], report);
  if (filter === undefined) return;
  const { expression = '' } = filter;
  if (!parsesAsCel(expression)) report(filterExpression, [...path, 'filter', 'expression'], { expression });
}
