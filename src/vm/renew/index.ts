export { bundleOwner, type BundleOwner } from './bundle-owner.ts';
export { planVmRenewal, type RenewalRequest, type RenewedFile, type VmRenewal } from './plan-renewal.ts';
