export {
  summarizePolicies,
  type PolicyAction,
  type PolicyOptions,
  type PolicyRow,
  type PolicySummary,
} from './summarize-policies.ts';
