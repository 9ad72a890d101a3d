import { GoInt, type GoMap, type GoStruct, type GoValue } from '../../gotemplate/index.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Chart } from '../chart.ts';
import { chartStruct } from './chart-struct.ts';
import { fileMap } from './file-map.ts';

/** A template and what it is rendered with. */
export interface ChartTemplate {
  /** `istiod/templates/service.yaml` */
  readonly name: string;
  readonly text: string;
  /** Shared by the templates of a chart: what one of them sets, those that follow see. */
  readonly data: GoMap;
  readonly folder: string;
}

/** What a chart is installed as. */
export interface Release {
  /** Default: `istio`. */
  readonly name?: string;
  readonly namespace: string;
  /** The minor version of Kubernetes 1. */
  readonly kubeMinor: number;
}

/** The templates of a chart and of its subcharts, in the order in which Helm reads and renders them. */
export function chartTemplates(
  chart: Chart,
  values: JsonObject,
  release: Release,
  capabilities: GoStruct,
): ChartTemplate[] {
  const shared = { Release: releaseOf(release), Capabilities: capabilities };
  const templates: ChartTemplate[] = [];
  addTemplates(templates, chart, toGo(values), { shared, path: chart.name, isRoot: true });
  return templates.sort(byDepth);
}

interface Surroundings {
  readonly shared: GoMap;
  readonly path: string;
  readonly isRoot: boolean;
}

function addTemplates(all: ChartTemplate[], chart: Chart, values: GoMap, around: Surroundings): GoMap {
  const { shared, path, isRoot } = around;
  const subcharts: GoMap = {};
  const data: GoMap = {
    ...{
      Chart: chartStruct(chart, isRoot),
      Files: fileMap(chart.files),
      Values: values,
      Subcharts: subcharts,
    },
    ...shared,
  };
  for (const subchart of chart.subcharts) {
    const inner = { shared, path: `${path}/charts/${subchart.name}`, isRoot: false };
    const own = values[subchart.name];
    subcharts[subchart.name] = addTemplates(all, subchart, isMap(own) ? own : {}, inner);
  }
  const isLibrary = chart.metadata.type === 'library';
  for (const { name, bytes } of chart.templates) {
    if (isLibrary && !isPartial(name)) continue;
    const text = new TextDecoder().decode(bytes);
    all.push({ name: `${path}/${name}`, text, data, folder: `${path}/templates` });
  }
  return data;
}

/** Whether a file only defines templates for others. */
export const isPartial = (name: string): boolean => name.slice(name.lastIndexOf('/') + 1).startsWith('_');

const releaseOf = ({ name = 'istio', namespace }: Release): GoMap => ({
  ...{ Name: name, Namespace: namespace, Service: 'Helm' },
  ...{ IsInstall: true, IsUpgrade: false, Revision: new GoInt(1) },
});

/** A copy that templates may change. */
function toGo(value: JsonObject): GoMap {
  const map = Object.create(null) as GoMap;
  for (const [key, item] of Object.entries(value)) map[key] = goValue(item);
  return map;
}

const goValue = (value: Json): GoValue =>
  Array.isArray(value) ? value.map(goValue) : isObject(value) ? toGo(value) : value;

const isMap = (value: GoValue): value is GoMap =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;

/** Deeper ones first, then backwards by name: so what a chart defines counts more than what its subcharts do. */
function byDepth(a: ChartTemplate, b: ChartTemplate): number {
  const depth = b.name.split('/').length - a.name.split('/').length;
  return depth || Buffer.compare(Buffer.from(b.name), Buffer.from(a.name));
}
