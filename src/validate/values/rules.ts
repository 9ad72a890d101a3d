import type { RuleInfo } from '../rule.ts';
import { addressRules } from './addresses.ts';
import { durationRules } from './durations.ts';
import { exportToRules } from './export-to.ts';
import { headerNameRules } from './header-names.ts';
import { hostPortRules } from './host-ports.ts';
import { hostRules } from './hosts.ts';
import { labelRules } from './labels.ts';
import { percentRules } from './percents.ts';
import { portRules } from './ports.ts';
import { regexRules } from './regex.ts';
import { retryRules } from './retries.ts';
import { selectorRules } from './selectors.ts';
import { subsetRules } from './subsets.ts';
import { targetRefRules } from './target-refs.ts';

/** The rules about values that occur in several kinds. */
export const valueRules: readonly RuleInfo[] = [
  ...addressRules,
  ...durationRules,
  ...exportToRules,
  ...headerNameRules,
  ...hostPortRules,
  ...hostRules,
  ...labelRules,
  ...percentRules,
  ...portRules,
  ...regexRules,
  ...retryRules,
  ...selectorRules,
  ...subsetRules,
  ...targetRefRules,
];
