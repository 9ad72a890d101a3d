import type { FlagData } from './global-flags.ts';
import type { Row } from './help-layout.ts';

/** A flag in a list of flags: `-q, --quiet`, long names in one column, choices and default after the description. */
export function flagRow({ flags, description, choices, fallback }: FlagData): Row {
  const extra = [
    choices && `one of ${choices.join(', ')}`,
    fallback !== undefined && fallback !== 0 && `default ${fallback}`,
  ].filter((part) => typeof part === 'string');
  const term = flags.startsWith('--') ? `    ${flags}` : flags;
  return [term, extra.length === 0 ? description : `${description} (${extra.join('; ')})`];
}
