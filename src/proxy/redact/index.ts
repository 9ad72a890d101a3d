export { redact } from './redact.ts';
export { marker } from './redact-text.ts';
export { isSecretName } from './secret-name.ts';
