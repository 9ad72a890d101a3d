import { stringify } from 'yaml';

/** A value as YAML, one line per scalar. A module of its own so that only what prints YAML loads the library. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
