export { adoptScript, helmCommand, repositoryCommand, valuesFile } from './helm-script.ts';
export { translateSpec, type HelmRelease, type Translation } from './translate-spec.ts';
