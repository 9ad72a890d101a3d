import type { Chart, FoundChart } from '../../src/charts/index.ts';
import { findCharts, renderChart } from '../../src/charts/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import { isObject, plainText, type JsonObject } from '../../src/json.ts';
import type { ComponentName, PartRenderer } from '../../src/operator/index.ts';
import type { CommandIo } from '../command-io.ts';

export interface ChartSource {
  /** Folders and archives. */
  readonly paths: readonly string[];
  /** The minor version of Kubernetes 1. */
  readonly kubeMinor: number;
}

/**
 * Renders the parts of an installation from charts of Istio: those of a release, or single ones.
 *
 * @throws {MeshctlError} `input` for paths without charts; the renderer, for a part without a chart and for a chart that
 * cannot be rendered.
 */
export function chartRenderer(io: CommandIo, source: ChartSource): PartRenderer {
  const found = source.paths.flatMap((path) => findCharts(path, io.cwd));
  const loaded = new Map<FoundChart, Chart>();
  const said = new Set<string>();
  const sayOnce = (line: string | undefined): void => {
    if (line !== undefined && !said.has(line)) io.note(line);
    if (line !== undefined) said.add(line);
  };
  return ({ component, namespace }, values) => {
    const chart = chartOf(component, found, source.paths);
    const whole = loaded.get(chart) ?? chart.load();
    loaded.set(chart, whole);
    sayOnce(otherImages(chart, values));
    const { objects, leftOut } = renderChart(whole, values, { namespace, kubeMinor: source.kubeMinor });
    for (const { kind, metadata } of leftOut)
      sayOnce(`left out: the hook ${kind} ${metadata.name} of ${chart.place}, which Helm runs by itself`);
    return hasDefinitions(component, values) ? objects : objects.filter(({ kind }) => kind !== definition);
  };
}

/** The images of a spec are those of this release, unless it names others. */
function otherImages({ version }: FoundChart, { global }: JsonObject): string | undefined {
  const tag = isObject(global) ? plainText(global.tag) : '';
  const isVersion = /^\d+\.\d+\.\d+$/;
  if (tag === version || !isVersion.test(tag) || !isVersion.test(version)) return undefined;
  return `the charts are of ${version}, the images of ${tag}: --set tag=${version} takes those of the charts`;
}

/** The names that charts have had, newest first. */
const chartNames: Readonly<Record<ComponentName, readonly string[]>> = {
  Base: ['base'],
  Pilot: ['istiod', 'istio-discovery'],
  Cni: ['cni', 'istio-cni'],
  Ztunnel: ['ztunnel'],
  IngressGateways: ['istio-ingress'],
  EgressGateways: ['istio-egress'],
};

function chartOf(
  component: ComponentName,
  found: readonly FoundChart[],
  paths: readonly string[],
): FoundChart {
  const [name = '', ...older] = chartNames[component];
  const [chart, another] = found.filter((each) => each.name === name || older.includes(each.name));
  if (chart === undefined) throw missing(component, name, found, paths);
  if (another === undefined) return chart;
  throw new MeshctlError('input', `there are two charts ${name}: ${chart.place} and ${another.place}`, {
    hint: 'give only one of them',
  });
}

function missing(
  component: ComponentName,
  name: string,
  found: readonly FoundChart[],
  paths: readonly string[],
): MeshctlError {
  const names = [...new Set(found.map((each) => each.name))].sort().join(', ');
  return new MeshctlError('input', `there is no chart ${name} in ${paths.join(', ')}, for ${component}`, {
    reason: `the charts there are ${names}`,
    hint: component.endsWith('Gateways')
      ? 'gateways of a spec need the chart of a release (gateways/istio-ingress or gateways/istio-egress): the chart gateway takes other settings. To leave gateways out, choose the others with --component'
      : 'name its folder or archive with one more --charts, or choose other parts with --component',
  });
}

const definition = 'CustomResourceDefinition';

/** Older charts have the definitions in a folder of their own, which no template can leave out. */
function hasDefinitions(component: ComponentName, { base }: JsonObject): boolean {
  return component !== 'Base' || !isObject(base) || base.enableIstioConfigCRDs !== false;
}
