import type { Json, JsonObject } from '../../json.ts';
import type { Chart } from './chart-defaults.ts';

export function compatibilitySettings(_chart: Chart, _name: Json | undefined): JsonObject {
  return {};
}
