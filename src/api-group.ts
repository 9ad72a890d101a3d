/** The API group of an apiVersion; empty for the core. */
export const apiGroup = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '';
