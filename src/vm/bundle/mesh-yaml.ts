import { stringify } from 'yaml';
import type { JsonObject } from '../../json.ts';

/** The settings as the agent reads them. Every text is in quotes: to the agent, `on` without them is a boolean. */
export const meshYaml = (config: JsonObject): string =>
  stringify(
    { defaultConfig: config },
    {
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
      compat: 'yaml-1.1',
      lineWidth: 0,
      doubleQuotedMinMultiLineLength: Infinity,
      aliasDuplicateObjects: false,
    },
  );
