import { MeshctlError } from '../../errors.ts';
import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { JsonObject } from '../../resources/index.ts';
import { parseLevels, type LevelChange } from './levels.ts';

/**
 * The levels that the injection of Istio gave the proxy of a pod: arguments of its container, else annotations of the
 * pod. Undefined for a pod that tells nothing of them.
 */
export function configuredLogLevels(pod: JsonObject): readonly LevelChange[] | undefined {
  const fields = fieldsOf(pod);
  const args = proxyArguments(fields?.inner('spec'));
  const annotations = fields?.inner('metadata')?.inner('annotations');
  const given = (flag: string, annotation: string): string => {
    const word = argument(args, flag);
    return word === '' ? (annotations?.text(`sidecar.istio.io/${annotation}`) ?? '') : word;
  };
  const all = levelsIn(given('--proxyLogLevel', 'logLevel'));
  const components = levelsIn(given('--proxyComponentLogLevel', 'componentLogLevel'));
  if (all.length + components.length === 0) return undefined;
  return [...(all.length > 0 ? all : levelsIn('warning')), ...components];
}

function proxyArguments(spec: Fields | undefined): readonly string[] {
  const containers = ['containers', 'initContainers'].flatMap((list) => spec?.items(list) ?? []);
  return containers.find(({ fields }) => fields.text('name') === 'istio-proxy')?.fields.texts('args') ?? [];
}

/** `--name=value`, or the two words after each other. */
function argument(args: readonly string[], name: string): string {
  const at = args.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = args[at] ?? '';
  return word === name ? (args[at + 1] ?? '') : word.slice(name.length + 1);
}

/** What Envoy would not have taken either counts for nothing. */
function levelsIn(text: string): readonly LevelChange[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      try {
        return parseLevels(part);
      } catch (error) {
        if (error instanceof MeshctlError) return [];
        throw error;
      }
    });
}
