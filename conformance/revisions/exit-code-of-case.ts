import type { RevisionCase } from './revision-case.ts';

/** The exit code that meshctl has for the outcome of a case: 0 stays 0, the reference has but one for failures. */
export function exitCodeOfCase({ id, expected }: RevisionCase): number {
  return expected.exit === 0 ? 0 : (failures[id] ?? 2);
}

/** Cases whose command line is fine, and the answer is "no". */
const failures: Readonly<Record<string, number>> = {
  'precheck-from-1-20-zipkin': 1,
  'precheck-gateway-api-alpha-only': 1,
  'precheck-gateway-api-beta-only': 1,
  'precheck-gateway-api-v1-unserved': 1,
  'precheck-permissions-denied': 1,
};
