export { injectionSelectors, type InjectionSelectors } from './injection-selectors.ts';
export { validatedRules } from './validated-rules.ts';
