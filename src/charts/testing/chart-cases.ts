import type { JsonObject } from '../../json.ts';

/** A chart of testdata/charts and the values that it is rendered for. */
export interface ChartCase {
  readonly title: string;
  readonly chart: string;
  readonly values: JsonObject;
}

const languageCases: Readonly<Record<string, JsonObject>> = {
  'the defaults': {},
  'settings from a file of the chart': { profileName: 'small' },
  'a profile that does not exist': { profileName: 'large' },
  'null, which takes defaults away': {
    removed: null,
    labels: { tier: null, other: 'x' },
    nested: { removed: null },
  },
  'a null that has no default': { fresh: null, labels: { fresh: null } },
  'a map where the default is none': { ratio: { now: 'a map' } },
  'no map where the default is one': { labels: 'text' },
  'lists, which are replaced': { ports: [{ name: 'https', port: 8443 }], list: [] },
  'a result that is no YAML': { list: [1] },
  'large and small numbers': { big: 12345678901234, ratio: 1e-7, labels: { weight: 1e21 } },
  'texts that look like something else': { labels: { a: 'true', b: '012', c: 'null', d: "it's", e: '1e3' } },
  'a template in a value that fails': { text: '{{ .Values.labels.tier.deeper }}' },
  'a template in a value that cannot be read': { text: '{{ if }}' },
  'a template in a value that reads templates': {
    text: '{{ include "twice" . }} {{ tpl "{{ .Values.big }}" . }}',
  },
  'characters of all kinds': { labels: { tier: 'größe 😀 "quoted" \\ back' } },
};

const familyCases: Readonly<Record<string, JsonObject>> = {
  'the defaults': {},
  'a subchart switched off': { near: { enabled: false } },
  'a subchart switched on': { distant: { enabled: true } },
  'a tag': { tags: { extra: true } },
  'a tag against a tag': { tags: { extra: false, other: true } },
  'a condition that is no boolean': { distant: { enabled: 'yes' } },
  globals: { global: { hub: 'given', nested: { both: 'given', more: true }, plain: 1 } },
  'globals of a subchart': { near: { global: { nested: { own: 'given' }, hub: 'ignored' } } },
  'a global that is a map in one chart alone': { global: { hub: { a: 1 }, nested: 'text' } },
  'null for a default of a subchart': { near: { size: null }, far: { deepest: null } },
  'values of a subchart of a subchart': { far: { deep: { enabled: true, x: 1 } } },
  'a subchart of a subchart switched off': { far: { deep: { enabled: false } } },
  'imported values that are given, too': { fromFar: 'given', taken: { from: { far: { colour: null } } } },
  'values of a subchart that are no map': { near: 'text' },
};

const istiodCases: Readonly<Record<string, JsonObject>> = {
  'the defaults': {},
  'a profile': { profile: 'demo', global: { hub: 'x' } },
  'a profile that does not exist': { profile: 'none' },
  'null for a default of the profile': { profile: 'demo', pilot: { env: { FROM_PROFILE: null } } },
};

/** Everything that is compared with Helm. */
export const chartCases: readonly ChartCase[] = [
  ...casesOf('testdata/charts/language', languageCases),
  ...casesOf('testdata/charts/family', familyCases),
  ...casesOf('testdata/charts/release/manifests/charts/istio-control/istio-discovery', istiodCases),
];

function casesOf(chart: string, cases: Readonly<Record<string, JsonObject>>): ChartCase[] {
  return Object.entries(cases).map(([title, values]) => ({ title, chart, values }));
}
