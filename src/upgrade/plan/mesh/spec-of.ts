import { objectIn, plainText, type JsonObject } from '../../../json.ts';

/** What an IstioOperator says of the control plane that it installs; empty for what it does not say. */
export interface SpecNames {
  readonly revision: string;
  readonly hub: string;
  readonly tag: string;
}

/** Reads the names in a spec. Settings come before values, as they do for an installation. */
export function specOf(operator: JsonObject | undefined): SpecNames {
  const spec = objectIn(operator, 'spec');
  const global = objectIn(spec, 'values', 'global');
  return {
    revision: plainText(objectIn(spec, 'values').revision) || plainText(spec.revision),
    hub: plainText(spec.hub) || plainText(global.hub),
    tag: plainText(spec.tag) || plainText(global.tag),
  };
}
