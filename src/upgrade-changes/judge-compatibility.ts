import { detect, type DetectInput, type Evidence } from '../detect/index.ts';
import { plainText } from '../json.ts';
import { minorRelease } from '../releases/index.ts';
import { profileRows, type ProfileRow } from './profile-rows.ts';
import { removedSettings } from './removed-settings.ts';
import { endOf } from './version-step.ts';

/** What becomes of the `compatibilityVersion` that is set. */
export interface CompatibilityJudgement {
  readonly wanted: string;
  /** False when the new version does not know it: then nothing can be rendered. */
  readonly available: boolean;
  /** Those that the new version knows. */
  readonly known: readonly string[];
  /** What it sets, as paths of values. */
  readonly sets: readonly ProfileSetting[];
  readonly evidence: readonly Evidence[];
}

export interface ProfileSetting {
  readonly path: string;
  readonly value: string | boolean;
  /** Why it does nothing: the installation has a value of its own, or nobody reads it. */
  readonly void?: 'overridden' | 'unread';
}

/** Undefined when no compatibilityVersion can be seen. */
export function judgeCompatibility(to: string, input: DetectInput): CompatibilityJudgement | undefined {
  const found = detect(
    { entries: [{ kind: 'HelmValue', path: 'compatibilityVersion', predicate: 'exists' }] },
    input,
  );
  if (found.state !== 'yes') return undefined;
  const wanted = plainText(found.evidence[0]?.value);
  if (wanted === '') return undefined;
  const target = `1.${endOf(to, 0).minor}`;
  const known = minorRelease(target)?.compatibilityVersions ?? [];
  const sets = profileRows.filter(({ profiles }) => profiles[target]?.includes(wanted) === true);
  return {
    wanted,
    available: known.includes(wanted),
    known,
    sets: sets.map((row) => settingOf(row, target, input)),
    evidence: found.evidence,
  };
}

function settingOf({ path, value }: ProfileRow, target: string, input: DetectInput): ProfileSetting {
  if (isUnread(path, target)) return { path, value, void: 'unread' };
  const [kind, at] = path.startsWith('meshConfig.') ? ['MeshConfig', path.slice(11)] : ['HelmValue', path];
  const own = detect({ entries: [{ kind, path: at, predicate: 'notEquals', value }] }, input);
  return { path, value, ...(own.state === 'yes' && { void: 'overridden' }) };
}

function isUnread(path: string, target: string): boolean {
  const name = path.split('.').at(-1);
  return removedSettings.some(
    (setting) => setting.name === name && endOf(setting.removedIn, 0).minor <= endOf(target, 0).minor,
  );
}
