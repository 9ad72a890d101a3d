import { satisfiesVersion } from '../../gotemplate/index.ts';
import type { JsonObject } from '../../json.ts';
import type { Chart, Dependency } from '../chart.ts';
import { coalesce } from './coalesce.ts';
import { tableAt, valueAt } from './table-at.ts';

/**
 * A chart with those of its subcharts that conditions and tags leave switched on, under the names that they get there.
 * Source: https://helm.sh/docs/topics/charts/#tags-and-condition-fields-in-dependencies
 */
export function withEnabledCharts(chart: Chart, values: JsonObject, path = ''): Chart {
  const { dependencies, subcharts } = chart;
  if (dependencies === undefined) return chart;
  const unlisted = subcharts.filter((subchart) => !dependencies.some((each) => isMeant(each, subchart)));
  const listed = dependencies.flatMap((each) => {
    const found = subcharts.find((subchart) => isMeant(each, subchart));
    return found === undefined ? [] : [renamed(found, nameOf(each))];
  });
  const all: Chart = { ...chart, subcharts: [...unlisted, ...listed] };
  const known = coalesce(all, values);
  const [on, off] = [
    dependencies.filter((each) => isOn(each, known, path)),
    dependencies.filter((each) => !isOn(each, known, path)),
  ];
  const names = new Set(off.map(nameOf));
  return {
    ...{ ...chart, dependencies: on },
    subcharts: all.subcharts
      .filter(({ name }) => !names.has(name))
      .map((subchart) => withEnabledCharts(subchart, known, `${path}${subchart.name}.`)),
  };
}

const renamed = (chart: Chart, name: string): Chart => ({
  ...chart,
  name,
  metadata: { ...chart.metadata, name },
});

const isMeant = ({ name, version }: Dependency, subchart: Chart): boolean =>
  name === subchart.name && (version === '' || satisfiesVersion(version, subchart.version));

const nameOf = ({ name, alias }: Dependency): string => (alias === '' ? name : alias);

/** The first condition that leads to a boolean decides; without one, tags do, of which one that is on is enough. */
function isOn({ conditions, tags }: Dependency, values: JsonObject, path: string): boolean {
  const decided = conditions
    .map((condition) => valueAt(values, path + condition))
    .find((value) => typeof value === 'boolean');
  if (decided !== undefined) return decided;
  const known = tableAt(values, 'tags') ?? {};
  const given = tags.map((tag) => known[tag]);
  return given.includes(true) || !given.includes(false);
}
