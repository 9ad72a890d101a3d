export { planVmRevocation, type RevocationRequest, type VmRevocationPlan } from './plan-revocation.ts';
export { readRevocationState } from './read-revocation-state.ts';
