import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import type { GoFunction } from '../values/go-value.ts';

const names = [
  'bcrypt',
  'buildCustomCert',
  'decryptAES',
  'derivePassword',
  'encryptAES',
  'genCA',
  'genCAWithKey',
  'genPrivateKey',
  'genSelfSignedCert',
  'genSelfSignedCertWithKey',
  'genSignedCert',
  'genSignedCertWithKey',
  'getHostByName',
  'htpasswd',
];

/** Functions that make secrets or ask the network: templates can name them, and fail when they call them. */
export const notOffered: Readonly<Record<string, GoFunction>> = Object.fromEntries(
  names.map((name) => [
    name,
    goFunction(['...any'], () => {
      throw new TemplateFault('this function is not offered here');
    }),
  ]),
);

/** The environment is empty for templates, so that the same input gives the same output. */
export const environment: Readonly<Record<string, GoFunction>> = {
  env: goFunction(['string'], () => ''),
  expandenv: goFunction(['string'], (text) => text.replace(/\$(?:\w+|\{[^}]*\})/g, '')),
};
