import { isSeq, LineCounter, parseDocument, type Node, type YAMLParseError } from 'yaml';
import { closest } from '../../src/closest.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { Entry } from '../entry.ts';
import type { SettingsFile } from './find-files.ts';
import { parseProject } from './parse-project.ts';
import { projectKeys, type ProjectSettings } from './project-settings.ts';
import type { Section, Setting } from './section.ts';
import { entriesOf, SettingsText, textOf, type Entered } from './settings-node.ts';
import { StraySetting } from './stray-setting.ts';

/** The two parts of a settings file: values of flags, and what the project says of findings. */
export interface ParsedSettings {
  readonly root: Section;
  readonly project: ProjectSettings;
}

const empty: Section = { settings: new Map(), sections: new Map() };

/**
 * Reads a settings file: `defaults`, one section for each command of `table`, nested for groups, and the keys of
 * `ProjectSettings`. The names of settings are checked later, against the options of the command that runs.
 */
export function parseSettings(
  content: string,
  file: Pick<SettingsFile, 'kind' | 'path' | 'shown'>,
  table: readonly Entry[],
): ParsedSettings {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const text = new SettingsText(file.shown, lines);
  const [error] = document.errors;
  if (error) throw unreadable(error, text.at(error.pos[0]));
  const entries = entriesOf(document.contents, text);
  const ofProject = ({ name }: Entered): boolean => projectKeys.includes(name);
  const sections = entries.filter((entry) => !ofProject(entry));
  return {
    root: group(sections, table, ['defaults', ...projectKeys], text),
    project: parseProject(entries.filter(ofProject), file, text),
  };
}

function unreadable(
  { code, message }: Pick<YAMLParseError, 'code' | 'message'>,
  place: string,
): MeshctlError {
  if (code === 'MULTIPLE_DOCS')
    return new MeshctlError('input', `${place}: a second document`, { hint: 'a settings file has one' });
  if (code === 'TAB_AS_INDENT')
    return new MeshctlError('input', `${place}: a tab is used for indentation`, {
      hint: 'indent with spaces',
    });
  const reason = message.includes('call stack') ? 'it nests too deeply' : message;
  return new MeshctlError('input', `${place}: not YAML`, { reason });
}

/** The root of the file, or the section of a group: every key names a command. */
function group(
  pairs: readonly Entered[],
  entries: readonly Entry[],
  extra: readonly string[],
  text: SettingsText,
): Section {
  const sections = new Map<string, Section>();
  for (const { name, value, keyAt } of pairs) {
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry && !extra.includes(name)) throw unknownSection(name, keyAt, entries, extra);
    const inner = entriesOf(value, text);
    sections.set(
      name,
      entry && 'commands' in entry ? group(inner, entry.commands, [], text) : settingsOf(inner, text),
    );
  }
  return { ...empty, sections };
}

function unknownSection(
  name: string,
  place: string,
  entries: readonly Entry[],
  extra: readonly string[],
): MeshctlError {
  const known = [...extra, ...entries.filter(({ hidden }) => !hidden).map((entry) => entry.name)];
  const meant = closest(name, known);
  const hint = meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean ${meant}?`;
  return new StraySetting(name, `${place}: there is no section "${name}"`, hint);
}

function settingsOf(pairs: readonly Entered[], text: SettingsText): Section {
  const settings = pairs.map((pair): [string, Setting] => {
    const { name, at, keyAt } = pair;
    return [name, { value: valueOf(pair, text), at, keyAt }];
  });
  return { ...empty, settings: new Map(settings) };
}

function valueOf({ name, value: node, at }: Entered, text: SettingsText): string | readonly string[] {
  const value = isSeq(node) ? node.items.map(textOf) : textOf(node);
  const values = Array.isArray(value) ? value : [value];
  if (values.every((item) => item !== undefined)) return Array.isArray(value) ? values : values.join('');
  const wrong = isSeq(node) ? (node.items as Node[])[values.indexOf(undefined)] : undefined;
  const place = wrong?.range ? text.at(wrong.range[0]) : at;
  throw new MeshctlError('usage', `${place}: setting ${name} must be a value or a list of values`);
}
