import type { PolicySettings } from '../../src/analyze/policy/index.ts';

/** What the settings file of a project says besides values of flags: which findings count, and rules of its own. */
export interface ProjectSettings {
  readonly policy: PolicySettings;
  /** Modules with rules. */
  readonly rules: readonly RuleModule[];
}

export interface RuleModule {
  /** Absolute path. */
  readonly path: string;
  /** Where it is named: `meshctl.yaml:3:5`. */
  readonly at: string;
}

/** The keys of a settings file that make up {@link ProjectSettings}. */
export const projectKeys: readonly string[] = ['severity', 'overrides', 'ignore', 'rules'];
