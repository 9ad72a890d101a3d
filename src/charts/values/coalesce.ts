import { MeshctlError } from '../../errors.ts';
import { isObject, setKey, type Json, type JsonObject } from '../../json.ts';
import type { Chart } from '../chart.ts';
import { coalesceTables } from './coalesce-tables.ts';

/**
 * Lays the defaults of a chart and of its subcharts below values, as Helm does: maps merge, everything else stays as it is
 * given, null takes a default away, and `global` goes down to all subcharts.
 *
 * @throws {MeshctlError} `input` for values of a subchart that are no map.
 */
export function coalesce(chart: Chart, values: JsonObject): JsonObject {
  const merged = withDefaults(chart, values);
  for (const subchart of chart.subcharts) {
    const own = Object.hasOwn(merged, subchart.name) ? merged[subchart.name] : {};
    if (!isObject(own)) {
      throw new MeshctlError(
        'input',
        `the values of the chart ${subchart.name} are not a map (${subchart.place})`,
      );
    }
    setKey(merged, subchart.name, coalesce(subchart, withGlobals(own, merged)));
  }
  return merged;
}

function withDefaults({ values: defaults, subcharts }: Chart, values: JsonObject): JsonObject {
  const merged = { ...values };
  for (const [key, fallback] of Object.entries(defaults)) {
    const given = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (given === undefined) setKey(merged, key, fallback);
    else if (given === null) Reflect.deleteProperty(merged, key);
    else if (isObject(given) && isObject(fallback)) {
      const isOfSubchart = subcharts.some(({ name }) => name === key);
      setKey(merged, key, coalesceTables(given, fallback, isOfSubchart));
    }
  }
  return merged;
}

/** Values of a subchart with the globals of its parent, which count more than its own. */
function withGlobals(own: JsonObject, parent: JsonObject): JsonObject {
  const [mine, above] = [own.global ?? {}, parent.global ?? {}];
  if (!isObject(mine) || !isObject(above)) return own;
  const merged = { ...mine };
  for (const [key, value] of Object.entries(above)) {
    setKey(merged, key, globalOf(value, Object.hasOwn(mine, key) ? mine[key] : undefined));
  }
  return { ...own, global: merged };
}

/** A map and what is none never replace each other. */
function globalOf(value: Json, below: Json | undefined): Json {
  if (below === undefined) return value;
  if (isObject(value) && isObject(below)) return coalesceTables(value, below, true);
  return isObject(value) || isObject(below) ? below : value;
}
