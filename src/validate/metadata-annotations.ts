import { errorRule, type CheckContext, type Report, type RuleInfo } from './rule.ts';

const dryRunUnsupportedKind = errorRule({
  slug: 'meta/dry-run-unsupported-kind',
  summary: 'Only an AuthorizationPolicy can be tried out with the annotation `istio.io/dry-run`.',
  message: ({ kind }: { kind: string }) => `a ${kind} has no dry run`,
  hint: 'Drop the annotation.',
});

const dryRunAction = errorRule({
  slug: 'meta/dry-run-action',
  summary: 'A dry run is for policies that allow or deny.',
  message: ({ action }: { action: string }) => `a policy with the action ${action} has no dry run`,
  hint: 'Drop the annotation; only ALLOW and DENY can be tried out.',
});

const dryRunNotBoolean = errorRule({
  slug: 'meta/dry-run-not-boolean',
  summary: 'The annotation `istio.io/dry-run` is true or false.',
  message: ({ value }: { value: string }) => `${JSON.stringify(value)} is neither true nor false`,
});

const alwaysReject = errorRule({
  slug: 'meta/always-reject-annotation',
  summary: 'No object asks to be refused.',
  message: () => 'the annotation makes Istio refuse the object; it is for probing the webhook',
  hint: 'Drop the annotation.',
});

const internal = errorRule({
  slug: 'meta/internal-annotation',
  summary: 'No object has annotations that only Istio itself sets.',
  message: ({ annotation }: { annotation: string }) => `only Istio itself may set ${annotation}`,
  hint: 'Drop the annotation.',
});

export const annotationRules: readonly RuleInfo[] = [
  dryRunUnsupportedKind,
  dryRunAction,
  dryRunNotBoolean,
  alwaysReject,
  internal,
];

const place = ['metadata', 'annotations'] as const;
const dryRun = 'istio.io/dry-run';

/** The rules about annotations that hold for every kind of Istio; `action` is that of an AuthorizationPolicy. */
export function checkAnnotations(kind: string, action: unknown, { annotations, report }: CheckContext): void {
  const value = annotations[dryRun];
  if (value !== undefined) checkDryRun(kind, action ?? 'ALLOW', value, report);
  for (const annotation of ['internal.istio.io/parents', 'internal.istio.io/parent-namespace']) {
    if (annotation in annotations) report(internal, [...place, annotation], { annotation });
  }
  const reject = 'internal.istio.io/webhook-always-reject';
  if (reject in annotations) report(alwaysReject, [...place, reject], {});
}

function checkDryRun(kind: string, action: unknown, value: string, report: Report): void {
  const path = [...place, dryRun];
  if (kind !== 'AuthorizationPolicy') report(dryRunUnsupportedKind, path, { kind });
  else if (action !== 'ALLOW' && action !== 'DENY') report(dryRunAction, path, { action: String(action) });
  else if (!booleans.has(value)) report(dryRunNotBoolean, path, { value });
}

/** The texts that Go reads as a boolean. */
const booleans = new Set(['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False']);
