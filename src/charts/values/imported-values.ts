import { isObject, setKey, type JsonObject } from '../../json.ts';
import type { Chart, ImportedValues } from '../chart.ts';
import { coalesce } from './coalesce.ts';
import { coalesceTables } from './coalesce-tables.ts';
import { tableAt } from './table-at.ts';

/**
 * A chart whose defaults have, below its own, those it imports from its subcharts.
 * Source: https://helm.sh/docs/topics/charts/#importing-child-values-via-dependencies
 */
export function withImportedValues(chart: Chart): Chart {
  const whole = { ...chart, subcharts: chart.subcharts.map(withImportedValues) };
  const { dependencies } = whole;
  if (dependencies === undefined) return whole;
  const known = coalesce(whole, {});
  let imported: JsonObject = {};
  for (const { name, alias, importValues } of dependencies) {
    for (const each of importValues) {
      imported = coalesceTables(imported, valuesFrom(known, alias === '' ? name : alias, each), false);
    }
  }
  return { ...whole, values: coalesceTables(withoutNull(known), imported, false) };
}

function valuesFrom(known: JsonObject, chart: string, { child, parent }: ImportedValues): JsonObject {
  const found = tableAt(known, `${chart}.${child}`);
  if (found === undefined || parent === '.') return found ?? {};
  return parent.split('.').reduceRight<JsonObject>((inner, step) => ({ [step]: inner }), found);
}

function withoutNull(value: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== null) setKey(kept, key, isObject(item) ? withoutNull(item) : item);
  }
  return kept;
}
