/** Every format that `-o` takes somewhere; a setting for all commands counts only where the command has that format. */
export const outputFormats = [
  'table',
  'wide',
  'json',
  'yaml',
  'name',
  'short',
  'log',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'markdown',
  'html',
] as const;

export type OutputFormat = (typeof outputFormats)[number];
