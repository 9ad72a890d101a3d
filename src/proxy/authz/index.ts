export {
  summarizePolicies,
  type PolicyAction,
  type PolicyRow,
  type PolicySummary,
} from './summarize-policies.ts';
