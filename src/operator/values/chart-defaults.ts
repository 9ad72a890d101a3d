import type { JsonObject } from '../../json.ts';

/** The sets of settings that components are rendered from. */
export type Chart = 'base' | 'istiod' | 'gateway' | 'cni' | 'ztunnel';

/** What the settings of a component are when nobody says otherwise. */
export interface ChartDefaults {
  readonly chart: Chart;
  readonly values: JsonObject;
}
