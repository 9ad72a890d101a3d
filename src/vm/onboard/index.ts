export { onboardVm, type OnboardingEvent, type OnboardingTools } from './onboard-vm.ts';
export type { PresentBundle } from './onboarding-facts.ts';
export type { OnboardingOptions, VmOnboardingPlan } from './onboarding-plan.ts';
export { planVmOnboarding } from './plan-vm-onboarding.ts';
export { readOnboardingFacts } from './read-onboarding-facts.ts';
