export { checkRequest, type AccessCheck, type AccessStep } from './check-request.ts';
export { completeRequest, type CompleteRequest } from './complete-request.ts';
export { formatCheck } from './format-check.ts';
export {
  summarizePolicies,
  type PolicyAction,
  type PolicyOptions,
  type PolicyRow,
  type PolicySummary,
} from './summarize-policies.ts';
