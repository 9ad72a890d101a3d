import type { Severity } from '../advisories/index.ts';
import type { Finding } from '../finding.ts';
import type { ComponentGroup } from './component-group.ts';
import type { ComponentInstance } from './inventory/component-instance.ts';
import type { JudgedAdvisory } from './judge-advisories.ts';
import type { UpgradeAdvice } from './recommend.ts';

/** What a scan found. */
export interface ScanReport {
  /** The day up to which advisories and releases are known. */
  readonly asOf: string;
  readonly inventory: readonly ComponentInstance[];
  /** The inventory by builds. */
  readonly groups: readonly ComponentGroup[];
  /** Of all components that there are, the worst first. */
  readonly advisories: readonly JudgedAdvisory[];
  /** Settings that are risky, whatever the version. */
  readonly hardening: readonly Finding[];
  readonly advice: readonly UpgradeAdvice[];
  readonly summary: ScanSummary;
}

export type BySeverity = Readonly<Record<Severity, number>>;

/** Numbers of advisories count each once, by the worst that it means for some build. */
export interface ScanSummary {
  readonly instances: number;
  readonly pods: number;
  /** Builds without a version, or of vendors. */
  readonly unknownVersions: number;
  /** Those that count as affected until somebody knows better, too. */
  readonly affected: BySeverity;
  /** Depends on something that was not given, or that no object says. */
  readonly affectedIf: BySeverity;
  readonly unknown: number;
  readonly advice: number;
  readonly notAffected: number;
  /** Builds without support, and those that do not go with their control plane. */
  readonly endOfLife: number;
  readonly skewed: number;
  readonly hardening: Readonly<Record<'errors' | 'warnings' | 'infos', number>>;
}
