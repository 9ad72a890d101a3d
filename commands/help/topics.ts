import { exitCodes } from '../exit-codes.ts';
import { section, wrap, type Row } from '../help-layout.ts';
import { formatPurposes } from '../output-formats.ts';

/** A page of `meshctl help` that is about no single command. */
export interface Topic {
  readonly summary: string;
  readonly text: (width: number) => string;
}

/** The topics by the name that `meshctl help` takes. */
export const topics: ReadonlyMap<string, Topic> = new Map([
  ['exit-codes', { summary: 'What the exit code of a command means', text: exitCodeTopic }],
  ['environment', { summary: 'The environment variables that meshctl reads', text: environmentTopic }],
  ['config', { summary: 'Settings files, and what overrides what', text: configTopic }],
  ['output', { summary: 'Formats, streams and colours', text: outputTopic }],
]);

function exitCodeTopic(width: number): string {
  const rows = Object.entries(exitCodes).map(([code, meaning]): Row => [code, meaning]);
  return page(width, [
    section('Exit codes, the same in every command and format:', rows, width),
    'When several apply, an unreadable input (2) or a failed environment (3) stands above a plain "no" (1).',
  ]);
}

function environmentTopic(width: number): string {
  return page(width, [
    'Every flag that is a setting has a variable: MESHCTL_, then the name of the flag in capitals with _ for -. So MESHCTL_OUTPUT=json stands for --output json in every command that has this format. Flags without a value take true or false; those that may be repeated take values with commas between them. A flag on the command line is stronger than its variable, a variable stronger than any settings file.',
    section('Other variables:', environmentRows, width),
    '`meshctl config view --origin` shows which variables are in force.',
  ]);
}

const environmentRows: readonly Row[] = [
  ['MESHCTL_CONFIG', 'the settings file to read, as --config'],
  ['MESHCTL_DEBUG', 'show where in the program an error arose, as --debug'],
  ['XDG_CONFIG_HOME', 'folder of the settings of the user, instead of ~/.config'],
  ['NO_COLOR', 'when not empty, no colours'],
  ['FORCE_COLOR', 'colours even when the output is no terminal; 0 for none'],
  ['CLICOLOR_FORCE', 'colours even when the output is no terminal'],
  ['TERM', 'no colours on a terminal called dumb'],
];

function configTopic(width: number): string {
  return page(width, [
    section(
      'Where the value of a flag comes from, strongest first:',
      [
        ['command line', 'the flag itself'],
        ['environment', 'the variable of the flag, such as MESHCTL_OUTPUT (`meshctl help environment`)'],
        [
          'project file',
          'meshctl.yaml in this folder or the nearest one above, up to the root of the git repository',
        ],
        ['user file', '$XDG_CONFIG_HOME/meshctl/config.yaml, or else ~/.config/meshctl/config.yaml'],
        ['default', 'what the help of the command says'],
      ],
      width,
    ),
    'A settings file has a section for each command, with the names of its flags in camel case, and a section called defaults for the flags that many commands have:',
    '  defaults:\n    color: never\n  version:\n    output: json\n  config:\n    view:\n      origin: true',
    'In a file, the section of the command is stronger than defaults. Unknown names and wrong values are errors. --config FILE reads this file and no other, --no-config reads none.',
    '`meshctl config view --origin` shows every value and where it comes from.',
  ]);
}

function outputTopic(width: number): string {
  return page(width, [
    'Standard output holds one document, in the format that -o asks for. Warnings, progress and summaries go to standard error; -q silences them, -v tells more.',
    section(
      'Formats; the help of a command says which of them it has:',
      Object.entries(formatPurposes),
      width,
    ),
    'Commands that report findings write several at once, one of them to standard output and the others into files: `-o log -o html=report.html`.',
    'JSON and YAML are for programs: the document has an apiVersion (meshctl.dev/v1) and a kind, and fields keep their names and meaning as long as these stay the same. Tables are for people and may change.',
    'Output is coloured on a terminal only. --color always or never decides otherwise, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and TERM=dumb do. Nothing is said by colour alone.',
  ]);
}

/** Paragraphs with an empty line between them; those that are laid out already (indented or with lines) stay as they are. */
function page(width: number, parts: readonly string[]): string {
  return parts
    .map((part) => (part.includes('\n') ? part.trimEnd() : wrap(part, width).join('\n')))
    .map((part) => `${part}\n`)
    .join('\n');
}
