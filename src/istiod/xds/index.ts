export { askOverXds } from './ask-over-xds.ts';
export type { ClientCertificate, XdsTarget } from './xds-target.ts';
