import { isObject, setKey, type Json, type JsonObject, objectIn } from '../../json.ts';
import { mergeValues } from '../spec/index.ts';
import type { ChartDefaults } from './chart-defaults.ts';
import { compatibilitySettings } from './compatibility.ts';
import { platformSettings } from './platforms.ts';
import { profileSettings } from './value-profiles.ts';

/**
 * The settings that a component is rendered from: its defaults, then those of the values profile, of the older version to
 * be compatible with and of the platform, then what was asked for. An explicit null takes a default away. Settings below
 * the component's own name then count at the top level, too.
 *
 * @throws {MeshctlError} `input` for a profile, a version or a platform that nobody knows.
 */
export function effectiveValues({ values, own, globals }: ChartDefaults, given: JsonObject): JsonObject {
  const { profile, compatibilityVersion } = given;
  const { platform } = objectIn(given, 'global');
  const layers = [
    profileSettings(profile),
    compatibilitySettings(compatibilityVersion),
    platformSettings(platform),
    globals === true ? objectIn(given, 'global') : {},
    given,
  ];
  const merged = layers.reduce(mergeValues, values);
  return withoutNull(own === undefined ? merged : mergeValues(merged, objectIn(merged, own)));
}

function withoutNull(value: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== null) setKey(kept, key, cleaned(item));
  }
  return kept;
}

const cleaned = (value: Json): Json => (isObject(value) ? withoutNull(value) : value);
