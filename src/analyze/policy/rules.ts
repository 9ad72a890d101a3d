import type { Severity } from '../../finding.ts';

/** What is known of a rule about suppressions. */
export interface PolicyRule {
  readonly slug: string;
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is kept. */
  readonly summary: string;
  /** Address of its page. */
  readonly docs: string;
}

export const unused: PolicyRule = {
  slug: 'suppression/unused',
  code: 'MSH0090',
  severity: 'warning',
  summary: 'A suppression suppresses something.',
  docs: 'https://meshctl.dev/rules/suppression/unused',
};

export const expired: PolicyRule = {
  slug: 'suppression/expired',
  code: 'MSH0091',
  severity: 'warning',
  summary: 'A suppression has not reached its end.',
  docs: 'https://meshctl.dev/rules/suppression/expired',
};

export const noReason: PolicyRule = {
  slug: 'suppression/no-reason',
  code: 'MSH0092',
  severity: 'warning',
  summary: 'A comment that suppresses something says which rule and why.',
  docs: 'https://meshctl.dev/rules/suppression/no-reason',
};

/** The rules about suppressions themselves. */
export const policyRules: readonly PolicyRule[] = [unused, expired, noReason];
