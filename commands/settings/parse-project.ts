import { dirname, resolve } from 'node:path';
import { isScalar, type Node } from 'yaml';
import type { Level, WrittenIgnore, WrittenSeverities } from '../../src/analyze/policy/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import { invalidValue } from '../invalid-value.ts';
import type { SettingsFile } from './find-files.ts';
import type { ProjectSettings, RuleModule } from './project-settings.ts';
import {
  entriesOf,
  fieldsOf,
  itemsOf,
  requireText,
  type Entered,
  type SettingsText,
} from './settings-node.ts';

/**
 * Reads the keys `severity`, `overrides`, `ignore` and `rules` of a settings file. Names of rules are checked later,
 * when the rules are known. Throws `MeshctlError('usage')` with the place of what is wrong.
 */
export function parseProject(
  entries: readonly Entered[],
  { path, kind }: Pick<SettingsFile, 'path' | 'kind'>,
  text: SettingsText,
): ProjectSettings {
  const [first] = entries;
  if (first !== undefined && kind === 'user') {
    throw new MeshctlError('usage', `${first.keyAt}: ${first.name} belongs to a project, not to a user`, {
      hint: 'write it into the meshctl.yaml of the project, so that all see the same findings',
    });
  }
  const folder = dirname(path);
  const key = (name: string): Entered | undefined => entries.find((entry) => entry.name === name);
  const [severity, overrides, ignore, rules] = [
    key('severity'),
    key('overrides'),
    key('ignore'),
    key('rules'),
  ];
  return {
    policy: {
      folder,
      severities: [
        ...(severity ? [{ levels: levelsOf(severity, text) }] : []),
        ...(overrides ? itemsOf(overrides).map((node) => overrideOf(node, text)) : []),
      ],
      ignore: ignore ? itemsOf(ignore).map((node, i) => ignoreOf(node, i, text)) : [],
    },
    rules: rules ? textsOf(rules, text).map((module) => moduleOf(module, folder)) : [],
  };
}

const levels: readonly Level[] = ['error', 'warning', 'info', 'off'];

function levelsOf({ name: title, value }: Entered, text: SettingsText): WrittenSeverities['levels'] {
  return entriesOf(value, text, title).map((entry) => {
    const word = requireText(entry);
    const level = levels.find((known) => known === word);
    if (level !== undefined) return { rule: { name: entry.name, at: entry.keyAt }, level };
    const { message, instead } = invalidValue(`severity of ${entry.name}`, word, 'it is none', levels);
    throw new MeshctlError(
      'usage',
      `${entry.at}: ${message}`,
      instead === undefined ? {} : { hint: instead },
    );
  });
}

function overrideOf(node: Node, text: SettingsText): WrittenSeverities {
  const fields = fieldsOf(node, text, 'an entry of overrides', {
    required: ['files', 'severity'],
    optional: [],
  });
  const [files, severity] = [fields.get('files'), fields.get('severity')];
  return { ...(files && { files: filesOf(files, text) }), levels: severity ? levelsOf(severity, text) : [] };
}

function ignoreOf(node: Node, index: number, text: SettingsText): WrittenIgnore {
  const fields = fieldsOf(node, text, 'an entry of ignore', {
    required: ['rule', 'reason'],
    optional: ['resource', 'files', 'until'],
  });
  const given = (name: string): string | undefined => {
    const field = fields.get(name);
    return field && requireText(field);
  };
  const [rule, files, until] = [fields.get('rule'), fields.get('files'), fields.get('until')];
  const resource = given('resource');
  return {
    rule: { name: given('rule') ?? '', at: rule?.at ?? '' },
    reason: given('reason') ?? '',
    ...(resource !== undefined && { resource }),
    ...(files && { files: filesOf(files, text) }),
    ...(until && { until: dayOf(until) }),
    place: { file: text.file, path: `ignore[${index}]`, range: text.range(rule?.value ?? node) },
  };
}

/** `2026-12-31`, and no day that the calendar does not have. */
function dayOf(entry: Entered): string {
  const day = requireText(entry);
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  throw new MeshctlError('usage', `${entry.at}: until does not take "${day}"`, {
    hint: 'write the last day on which the entry counts, as year-month-day: 2026-12-31',
  });
}

function filesOf(entry: Entered, text: SettingsText): readonly string[] {
  const files = textsOf(entry, text).map(({ text: pattern }) => pattern);
  if (files.length > 0) return files;
  throw new MeshctlError('usage', `${entry.at}: files names no file`, {
    hint: 'write a list of files, folders or patterns',
  });
}

interface PlacedText {
  readonly text: string;
  readonly at: string;
}

/** A list of texts, or a single one. */
function textsOf(entry: Entered, text: SettingsText): readonly PlacedText[] {
  if (isScalar(entry.value) && entry.value.value !== null)
    return [{ text: requireText(entry), at: entry.at }];
  return itemsOf(entry).map((value) => {
    const at = text.at(value.range?.[0] ?? 0);
    return { text: requireText({ name: `every item of ${entry.name}`, value, at }), at };
  });
}

function moduleOf({ text: module, at }: PlacedText, folder: string): RuleModule {
  return { path: resolve(folder, module), at };
}
