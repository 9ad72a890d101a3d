import type { Json, JsonObject } from '../../json.ts';
import { isObject, setKey } from '../../json.ts';
import { mergeValues } from '../spec/index.ts';
import { compatibilitySettings } from './compatibility.ts';
import type { ChartDefaults } from './chart-defaults.ts';
import { objectAt } from './object-at.ts';
import { platformSettings } from './platforms.ts';
import { profileSettings } from './value-profiles.ts';

/**
 * The settings that a component is rendered from: its defaults, then those of the values profile, of the older version to
 * be compatible with and of the platform, then what was asked for. An explicit null takes a default away.
 *
 * @throws {MeshctlError} `input` for a profile, a version or a platform that nobody knows.
 */
export function effectiveValues(defaults: ChartDefaults, given: JsonObject): JsonObject {
  const { profile, compatibilityVersion } = given;
  const { platform } = objectAt(given, 'global');
  const layers = [
    profileSettings(defaults.chart, profile),
    compatibilitySettings(defaults.chart, compatibilityVersion),
    platformSettings(defaults.chart, platform),
    given,
  ];
  return withoutNull(layers.reduce(mergeValues, defaults.values));
}

function withoutNull(value: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== null) setKey(kept, key, cleaned(item));
  }
  return kept;
}

const cleaned = (value: Json): Json => (isObject(value) ? withoutNull(value) : value);
