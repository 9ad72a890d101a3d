export { bundleOwner, type BundleOwner } from './bundle-owner.ts';
export { planVmRenewal, type RenewalRequest, type RenewedFile } from './plan-renewal.ts';
