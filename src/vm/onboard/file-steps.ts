import { renderVmBundle } from '../bundle/render-bundle.ts';
import { MeshctlError } from '../../errors.ts';
import {
  bundleFileNames,
  certificateFileNames,
  needsToken,
  type BundleFiles,
  type VmBundleOptions,
} from '../bundle/vm-bundle.ts';
import type { PublicVmFacts } from '../facts/vm-facts.ts';
import { readToken } from '../verify/read-token.ts';
import type { OnboardingFacts } from './onboarding-facts.ts';
import type { OnboardingOptions, OnboardingStep } from './onboarding-plan.ts';

/** What is to be done about the token and the files, by what an earlier run left. */
export function fileSteps(
  facts: OnboardingFacts,
  vm: PublicVmFacts,
  options: OnboardingOptions,
): readonly OnboardingStep[] {
  const keeps = isTokenGood(facts, vm);
  const token = needsToken(options.bundle) ? [tokenStep(facts, keeps, options.tokenDuration)] : [];
  const { folder } = options;
  if (folder === undefined) return token;
  const old = facts.present?.files ?? {};
  const files = renderedOver(old, facts, vm, options.bundle);
  const ofBundle = [...bundleFileNames, ...certificateFileNames].filter((name) =>
    name === 'istio-token' && token.length > 0 ? !keeps : old[name] !== files[name],
  );
  const differing = [...ofBundle, ...(facts.present?.companions ?? [])];
  const name = 'files';
  if (differing.length === 0)
    return [...token, { name, action: 'unchanged', text: `the files in ${folder} are as they should be` }];
  return Object.keys(old).length === 0
    ? [...token, { name, action: 'create', text: `write the files to ${folder}` }]
    : [...token, { name, action: 'change', text: `write anew in ${folder}: ${differing.join(', ')}` }];
}

/** The files as they are to be, with the token that is there. */
function renderedOver(
  old: Partial<BundleFiles>,
  { group, certificate }: OnboardingFacts,
  vm: PublicVmFacts,
  bundle: VmBundleOptions,
): BundleFiles {
  const token = needsToken(bundle) ? (old['istio-token'] ?? '') : '';
  const given = certificate === undefined || certificate instanceof MeshctlError ? {} : { certificate };
  return renderVmBundle(group, { ...vm, token, ...given }, bundle).files;
}

/** A token of another group, of another mesh, or of a service account that has been removed is none. */
function isTokenGood({ present, group, accountChange }: OnboardingFacts, vm: PublicVmFacts): boolean {
  if (present === undefined || accountChange.action !== 'unchanged') return false;
  const { files, findings } = present;
  const subject = `system:serviceaccount:${group.namespace}:${group.serviceAccount}`;
  return (
    readToken(files['istio-token'] ?? '')?.subject === subject &&
    files['root-cert.pem'] === vm.rootCertificate &&
    findings.every(({ file }) => file !== 'istio-token')
  );
}

function tokenStep({ group, present }: OnboardingFacts, keeps: boolean, seconds: number): OnboardingStep {
  const name = 'token';
  const of = `of ${group.namespace}/${group.serviceAccount}`;
  if (keeps) return { name, action: 'unchanged', text: `the token ${of} is still good` };
  const action = present?.files['istio-token'] === undefined ? 'create' : 'refresh';
  return { name, action, text: `request a token ${of}, for ${seconds} s` };
}
