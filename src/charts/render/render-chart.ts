import { TemplateError, TemplateSet, type GoMap } from '../../gotemplate/index.ts';
import { MeshctlError } from '../../errors.ts';
import { isObject, plainText, type JsonObject } from '../../json.ts';
import type { Chart } from '../chart.ts';
import { coalesce } from '../values/coalesce.ts';
import { withEnabledCharts } from '../values/enabled-charts.ts';
import { withImportedValues } from '../values/imported-values.ts';
import { capabilities } from './capabilities.ts';
import { chartFunctions, withoutMissing } from './chart-functions.ts';
import { chartTemplates, isPartial, type Release } from './chart-templates.ts';
import { readObjects, type ChartObject } from './read-objects.ts';

/** What a chart gives for values. */
export interface RenderedChart {
  /** In the order of the names of templates, those of `crds/` last. */
  readonly objects: readonly ChartObject[];
  /** Hooks and tests, which Helm runs by itself at their time: they are not part of what is installed. */
  readonly leftOut: readonly ChartObject[];
}

/**
 * Renders a chart as `helm template` does: with its defaults below the values, the templates of its subcharts, and nothing
 * asked of a cluster.
 *
 * @throws {MeshctlError} `input`, with file, line and column, for a template that cannot be read or fails; for values that do not fit, and for what is no object in the end.
 */
export function renderChart(given: Chart, values: JsonObject, release: Release): RenderedChart {
  const chart = withImportedValues(withEnabledCharts(given, values));
  const texts = renderTemplates(chart, coalesce(chart, values), release);
  const rendered = [...texts].flatMap(([place, text]) => readObjects(text, place));
  const known = new Set(rendered.map(keyOf));
  const definitions = definitionsOf(chart, chart.name).filter((object) => !known.has(keyOf(object)));
  const all = [...rendered, ...definitions];
  return { objects: all.filter((object) => !isHook(object)), leftOut: all.filter(isHook) };
}

/** The text that each template gives, by its name. */
function renderTemplates(chart: Chart, values: JsonObject, release: Release): Map<string, string> {
  const templates = chartTemplates(chart, values, release, capabilities(release.kubeMinor));
  const set = new TemplateSet(templates, { functions: chartFunctions, missingKey: 'zero' });
  const texts = new Map<string, string>();
  for (const { name, data, folder } of templates) {
    if (isPartial(name)) continue;
    data.Template = { Name: name, BasePath: folder };
    const text = withoutMissing(outputOf(set, name, data));
    if (!name.endsWith('NOTES.txt')) texts.set(name, text);
  }
  return new Map([...texts].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
}

/** A fault in a template that others include is told with the one that is rendered. */
function outputOf(set: TemplateSet, name: string, data: GoMap): string {
  try {
    return set.render(name, data);
  } catch (error) {
    if (!(error instanceof TemplateError) || error.template === name) throw error;
    throw new MeshctlError('input', error.message, { reason: `met while ${name} is rendered`, cause: error });
  }
}

function definitionsOf(chart: Chart, path: string): ChartObject[] {
  const own = chart.files.filter(({ name }) => /^crds\/.*\.(?:ya?ml|json)$/i.test(name));
  return [
    ...own.flatMap(({ name, bytes }) => readObjects(new TextDecoder().decode(bytes), `${path}/${name}`)),
    ...chart.subcharts.flatMap((subchart) => definitionsOf(subchart, `${path}/charts/${subchart.name}`)),
  ];
}

const keyOf = ({ apiVersion, kind, metadata }: ChartObject): string =>
  [apiVersion, kind, metadata.name, plainText(metadata.namespace)].join('\0');

function isHook({ metadata: { annotations } }: ChartObject): boolean {
  return isObject(annotations) && plainText(annotations['helm.sh/hook']) !== '';
}
