/** A flag as data, for what must work without loading commander: the help of the program and the search for the command. */
export interface FlagData {
  /** In commander's notation: `-q, --quiet`, `--color <when>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly fallback?: string | number;
}

/** The flags every command takes. */
export const globalFlags: readonly FlagData[] = [
  {
    flags: '--color <when>',
    description: 'colour the output',
    choices: ['auto', 'always', 'never'],
    fallback: 'auto',
  },
  { flags: '-q, --quiet', description: 'print results and errors only, no notes and summaries' },
  { flags: '-v, --verbose', description: 'tell more on standard error; twice for still more' },
  { flags: '--config <file>', description: 'read settings from this file and no other' },
  { flags: '--no-config', description: 'read no settings file' },
  { flags: '--debug', description: 'show where in the program an error arose' },
];

/** Answered before a command is loaded, hence no option of any command. */
export const helpFlag: FlagData = { flags: '-h, --help', description: 'show this help' };

export const versionFlag: FlagData = { flags: '-V, --version', description: 'show the version in one line' };

/** The names in a flag notation: `-q, --quiet` has `-q` and `--quiet`. */
export function flagNames({ flags }: FlagData): readonly string[] {
  return flags.match(/(?<![\w-])--?[\w-]+/g) ?? [];
}
