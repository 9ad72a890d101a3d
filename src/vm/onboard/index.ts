export type { CheckName, OnboardingCheck } from './checks/onboarding-check.ts';
export { onboardVm, type OnboardingEvent, type OnboardingTools } from './onboard-vm.ts';
export type { Denial, OnboardingFacts, PresentBundle } from './onboarding-facts.ts';
export type { OnboardingOptions, OnboardingStep, StepName, VmOnboardingPlan } from './onboarding-plan.ts';
export { planVmOnboarding } from './plan-vm-onboarding.ts';
export type { ProbeOutcome, ProbeRequest } from './probe-endpoint.ts';
export type { Endpoint } from './read-endpoint.ts';
export type { IstiodFacts } from './read-istiod.ts';
export { readOnboardingFacts, type OnboardingRequest } from './read-onboarding-facts.ts';
