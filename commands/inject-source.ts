import type { InjectionSettings } from '../src/inject/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { isObject, type Json, type JsonObject } from '../src/json.ts';
import type { CommandIo } from './command-io.ts';
import { connectOptions, type KubeOptions } from './kube-options.ts';
import { readSpec, readSpecText } from './spec-options.ts';
import { UsageError } from './usage-error.ts';

/** Where the settings of injection come from. */
export interface InjectSourceOptions extends KubeOptions {
  readonly spec: readonly string[];
  readonly set: readonly string[];
  readonly profile?: string;
  readonly revision?: string;
  readonly injectConfigFile?: string;
  readonly meshConfigFile?: string;
  readonly valuesFile?: string;
  readonly injectConfigMap?: string;
  readonly meshConfigMap?: string;
}

/** The settings of injection: of a spec, of files, or else of the control plane in the cluster. */
export async function readInjectSettings(
  io: CommandIo,
  options: InjectSourceOptions,
): Promise<InjectionSettings> {
  const { spec, set, profile, injectConfigFile, meshConfigFile, valuesFile } = options;
  const ofSpec = spec.length > 0 || set.length > 0 || profile !== undefined;
  const ofFiles = [injectConfigFile, meshConfigFile, valuesFile].some((file) => file !== undefined);
  if (ofSpec && ofFiles)
    throw new UsageError('a spec and files of settings exclude each other', {
      hint: 'give --spec, --set or --profile, or the three files of an installed control plane',
    });
  if (ofSpec) return specSettings(io, options);
  return ofFiles ? fileSettings(io, options) : liveSettings(io, options);
}

async function specSettings(io: CommandIo, options: InjectSourceOptions): Promise<InjectionSettings> {
  const { injectionSettings } = await import('../src/operator/index.ts');
  const { spec: filename, set, profile, revision } = options;
  const spec = await readSpec(io, {
    ...{ filename, set, force: false, strict: false },
    ...(profile !== undefined && { profile }),
    ...(revision !== undefined && { revision }),
  });
  return injectionSettings(spec);
}

async function fileSettings(io: CommandIo, options: InjectSourceOptions): Promise<InjectionSettings> {
  const { injectConfigFile, meshConfigFile, valuesFile, revision } = options;
  if (injectConfigFile === undefined || meshConfigFile === undefined || valuesFile === undefined)
    throw new UsageError('the files of settings belong together', {
      hint: 'give --inject-config-file, --mesh-config-file and --values-file',
    });
  const texts = {
    config: await readSpecText(io, injectConfigFile),
    mesh: await readSpecText(io, meshConfigFile),
    values: await readSpecText(io, valuesFile),
  };
  return settingsOf(texts, revision);
}

interface Texts {
  readonly config: NamedText;
  readonly mesh: NamedText;
  readonly values: NamedText;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

async function settingsOf({ config, mesh, values }: Texts, revision = 'default'): Promise<InjectionSettings> {
  const { readInjectorConfig, readSettingsMap } = await import('../src/inject/index.ts');
  return {
    config: readInjectorConfig(config.text, config.name),
    mesh: readSettingsMap(mesh.text, mesh.name),
    values: readSettingsMap(values.text, values.name),
    revision,
  };
}

async function liveSettings(io: CommandIo, options: InjectSourceOptions): Promise<InjectionSettings> {
  const { connect } = await import('../src/kube/index.ts');
  const client = await connect(connectOptions(io, options));
  const { revision = 'default', istioNamespace } = options;
  const suffix = revision === 'default' ? '' : `-${revision}`;
  const dataOf = async (name: string): Promise<JsonObject> => {
    const { data } = await client.get(`/api/v1/namespaces/${istioNamespace}/configmaps/${name}`);
    return isObject(data) ? data : {};
  };
  const injector = options.injectConfigMap ?? `istio-sidecar-injector${suffix}`;
  const meshMap = options.meshConfigMap ?? `istio${suffix}`;
  const [injection, mesh, version] = await Promise.all([
    dataOf(injector),
    dataOf(meshMap),
    client.get('/version'),
  ]);
  const settings = await settingsOf(
    {
      config: keyOf(injection, 'config', injector),
      values: keyOf(injection, 'values', injector),
      mesh: keyOf(mesh, 'mesh', meshMap),
    },
    revision,
  );
  return { ...settings, nativeSidecars: minorOf(version.minor) >= 33 };
}

function keyOf(data: JsonObject, key: string, name: string): NamedText {
  const text = data[key];
  if (typeof text === 'string') return { name: `${name} (${key})`, text };
  throw new MeshctlError('environment', `ConfigMap ${name} has no key ${key}`, {
    hint: 'name another with --inject-config-map or --mesh-config-map, or another namespace with -i',
  });
}

/** Vendors write `33+`. A server that does not say is a new one. */
function minorOf(minor: Json | undefined): number {
  const number = typeof minor === 'string' ? Number.parseInt(minor, 10) : Number.NaN;
  return Number.isNaN(number) ? 33 : number;
}
