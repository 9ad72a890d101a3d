import type { Path } from '../../path.ts';
import { errorRule, type Report, type RuleInfo } from '../rule.ts';

const providerName = errorRule({
  slug: 'telemetry/provider-name',
  summary: 'Every provider is named.',
  message: () => 'the provider has no name',
  hint: 'Name one of the `extensionProviders` of the mesh config.',
});

export const providerRules: readonly RuleInfo[] = [providerName];

/** Checks the providers of an entry; `path` is that of the list. */
export function checkProviders(
  providers: readonly { readonly name?: string }[] = [],
  path: Path,
  report: Report,
): void {
  for (const [index, { name = '' }] of providers.entries()) {
    if (name === '') report(providerName, [...path, index, 'name'], {});
  }
}
