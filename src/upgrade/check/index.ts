export { requirePlan } from './require-plan.ts';
