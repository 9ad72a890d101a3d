import type { Path } from '../../path.ts';
import type { Report } from '../rule.ts';
import { checkSelector } from './selectors.ts';
import { checkTargetRefs } from './target-refs.ts';

type Targeting = Parameters<typeof checkTargetRefs>[0] & {
  readonly selector?: Parameters<typeof checkSelector>[0];
};

/** Checks what a policy applies to: its selector, and its target references. */
export function checkTargets(spec: Targeting, path: Path, report: Report): void {
  if (spec.selector !== undefined) checkSelector(spec.selector, [...path, 'selector'], report);
  checkTargetRefs(spec, path, report);
}
