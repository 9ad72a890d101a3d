import { bundleRules, type BundleRule, type BundleRuleName } from './bundle-rules.ts';

/** What is wrong with a bundle, the failure that it would cause, and the cure. */
export interface BundleFinding extends BundleRule {
  readonly rule: BundleRuleName;
  readonly message: string;
}

/** A finding by its rule; secrets never belong into the message. */
export const finding = (rule: BundleRuleName, message: string): BundleFinding => ({
  rule,
  ...bundleRules[rule],
  message,
});
