export { injectionSelectors } from './injection-selectors.ts';
export { validatedRules } from './validated-rules.ts';
