import type { JsonObject } from '../../json.ts';

/** What the settings of a component are when nobody says otherwise. */
export interface ChartDefaults {
  readonly values: JsonObject;
  /** The map whose settings count as the component's own, at the top level. */
  readonly own?: 'pilot' | 'cni';
  /** Whether global settings that were asked for count at the top level, too, below the component's own. */
  readonly globals?: true;
}
