import type { Static } from 'typebox';
import type { Tracing } from '../../api/telemetry.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from '../rule.ts';
import { checkProviders } from './providers.ts';

type TracingEntry = Loose<Static<typeof Tracing>>;
type CustomTag = NonNullable<TracingEntry['customTags']>[string];

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
  summary: 'A custom tag has a name, and says where its value comes from.',
  message: ({ what }: { what: string }) => `the custom tag has an empty ${what}`,
});

export const tracingRules: readonly RuleInfo[] = [multipleProviders, sampling, customTag];

/** Checks an entry of `tracing`. */
export function checkTracing(entry: TracingEntry, path: Path, report: Report): void {
  const { providers = [], randomSamplingPercentage: value = 0, customTags = {} } = entry;
  if (providers.length > 1) report(multipleProviders, [...path, 'providers'], { count: providers.length });
  checkProviders(providers, [...path, 'providers'], report);
  if (value < 0 || value > 100) report(sampling, [...path, 'randomSamplingPercentage'], { value });
  for (const [name, tag] of Object.entries(customTags))
    checkCustomTag(name, tag, [...path, 'customTags', name], report);
}

function checkCustomTag(name: string, tag: CustomTag, path: Path, report: Report): void {
  if (name === '') report(customTag, path, { what: 'name' });
  const { literal, environment, header } = tag;
  if (isGivenWithout(literal?.value, literal))
    report(customTag, [...path, 'literal', 'value'], { what: 'literal value' });
  if (isGivenWithout(environment?.name, environment))
    report(customTag, [...path, 'environment', 'name'], { what: 'name of the environment variable' });
  if (isGivenWithout(header?.name, header))
    report(customTag, [...path, 'header', 'name'], { what: 'name of the header' });
}

/** Whether a source is given, but its text is empty or absent. */
const isGivenWithout = (text: string | undefined, source: object | undefined): boolean =>
  source !== undefined && (text === undefined || text === '');
