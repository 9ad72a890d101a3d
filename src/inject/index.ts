export { injectResources, type Injection, type NotInjected } from './inject-resources.ts';
export type { InjectionSettings, InjectorConfig } from './inject-settings.ts';
export { readInjectorConfig, readSettingsMap } from './read-config.ts';
export { injectionTemplates } from './templates/index.ts';
