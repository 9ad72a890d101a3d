import type { Option } from 'commander';
import { outputFormats } from '../output-formats.ts';
import { settingName, variableName } from './option-names.ts';
import { isList, optionValue } from './option-value.ts';
import type { Settings } from './read-settings.ts';
import { sectionAt, type Setting } from './section.ts';

export type Origin = 'environment' | 'flag' | 'project' | 'user';

export interface EffectiveValue {
  readonly value: unknown;
  /** What kind of thing set it; `flag` is a file that --config names. */
  readonly origin: Origin;
  /** The variable, or file, line and column. */
  readonly at: string;
}

interface Candidate extends Pick<Setting, 'value' | 'at'> {
  readonly origin: Origin;
  /** Set for every command at once. */
  readonly shared: boolean;
}

/** What the environment and the settings files say about an option of the command called `names`; the strongest wins. */
export function effectiveValue(
  option: Option,
  names: readonly string[],
  settings: Settings,
): EffectiveValue | undefined {
  for (const candidate of candidates(option, names, settings)) {
    const { origin, at } = candidate;
    try {
      return { value: optionValue(option, candidate), origin, at };
    } catch (error) {
      if (!(candidate.shared && isOtherFormat(option, candidate.value))) throw error;
    }
  }
  return undefined;
}

function candidates(
  option: Option,
  names: readonly string[],
  { env, layers }: Settings,
): readonly Candidate[] {
  const variable = variableName(option);
  const text = env[variable];
  const name = settingName(option);
  const fromFiles = layers.flatMap(({ file: { kind }, root }) =>
    [names, ['defaults']].flatMap((path) => {
      const setting = sectionAt(root, path)?.settings.get(name);
      return setting ? [{ ...setting, origin: kind, shared: path !== names }] : [];
    }),
  );
  if (!text) return fromFiles;
  const value = isList(option) ? text.split(',') : text;
  return [{ value, at: variable, origin: 'environment', shared: true }, ...fromFiles];
}

/** Formats that other commands have: `MESHCTL_OUTPUT=sarif` must not stop those that cannot print it. */
function isOtherFormat(option: Option, value: Setting['value']): boolean {
  const known: readonly string[] = outputFormats;
  return settingName(option) === 'output' && [value].flat().every((format) => known.includes(format));
}
