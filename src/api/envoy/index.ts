export {
  envoyEnum,
  envoyMessage,
  envoyMessageNames,
  type EnvoyField,
  type EnvoyMessage,
  type EnvoyRules,
} from './envoy-types.ts';
