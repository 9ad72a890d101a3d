import type { Static } from 'typebox';
import type { ProxyConfigSpec } from '../api/proxy-config.ts';
import { errorRule, type Check, type RuleInfo } from './rule.ts';
import { checkSelector } from './values/selectors.ts';

const concurrency = errorRule({
  slug: 'proxyconfig/concurrency',
  summary: 'The number of worker threads is not negative.',
  message: ({ value }: { value: number }) => `${value} worker threads are less than none`,
  hint: 'Use 0 for as many threads as there are CPUs.',
});

export const proxyConfigRules: readonly RuleInfo[] = [concurrency];

/** The rules of Istio for a ProxyConfig. */
export const checkProxyConfig: Check<Static<typeof ProxyConfigSpec>> = (spec, { report }) => {
  if (spec.selector !== undefined) checkSelector(spec.selector, ['spec', 'selector'], report);
  if (spec.concurrency !== undefined && spec.concurrency < 0)
    report(concurrency, ['spec', 'concurrency'], { value: spec.concurrency });
};
