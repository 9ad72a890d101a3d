export {
  planVmRevocation,
  type RevocationRequest,
  type VmRemains,
  type VmRevocationPlan,
} from './plan-revocation.ts';
export { readRevocationState } from './read-revocation-state.ts';
