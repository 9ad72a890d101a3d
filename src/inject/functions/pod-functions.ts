import { parseDuration } from '../../duration.ts';
import { goFunction, printValue, GoStruct, type GoFunction, type GoValue } from '../../gotemplate/index.ts';
import { isObject, objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';
import { goDuration } from '../../duration-text.ts';
import { proxyContainer } from '../pod.ts';
import { rawItems, rawOf, textMap } from './argument.ts';
import { networksWith } from './networks.ts';
import { otelAttributes } from './otel-attributes.ts';

/** Functions of templates about pods, their annotations and their ports. */
export const podFunctions: Readonly<Record<string, GoFunction>> = {
  isset: goFunction(['any', 'string'], (map, key) => Object.hasOwn(textMap(map), key)),
  annotation: goFunction(['any', 'string', 'any'], (meta, name, fallback) => {
    const { annotations } = rawOf(meta);
    const given = isObject(annotations) && Object.hasOwn(annotations, name) ? annotations[name] : undefined;
    return given === undefined || given === null ? printValue(fallback) : plainText(given);
  }),
  excludeInboundPort: goFunction(['any', 'string'], (port, list) => listWith(printValue(port), list)),
  includeInboundPorts: goFunction(['any'], (containers) => tcpPorts(containers, () => true)),
  applicationPorts: goFunction(['any'], (containers) =>
    tcpPorts(containers, ({ name }) => name !== proxyContainer),
  ),
  kubevirtInterfaces: goFunction(['string'], (interfaces) => interfaces),
  excludeInterfaces: goFunction(['string'], (interfaces) => interfaces),
  formatDuration: goFunction(['any'], (length) =>
    goDuration(
      parseDuration(length instanceof GoStruct && !length.nil ? plainText(jsonOf(length)) : '0') ?? 0n,
    ),
  ),
  appendMultusNetwork: goFunction(['string', 'string'], networksWith),
  otelResourceAttributes: goFunction(
    ['any', 'any', 'any', 'string', 'any'],
    (mesh, annotations, labels, namespace, containers) =>
      otelAttributes({
        mesh: rawOf(mesh),
        annotations: textMap(annotations),
        labels: textMap(labels),
        namespace,
        containers: rawItems(containers),
      }),
  ),
};

// The builders of src/inject/data make structs of JSON alone.
const jsonOf = (struct: GoStruct): Json => (struct.json?.() ?? null) as Json;

function listWith(port: string, list: string): string {
  const ports = list.split(',').map((item) => item.trim());
  if (port === '' || port === '0' || ports.includes(port)) return list;
  return list === '' ? port : `${list},${port}`;
}

function tcpPorts(containers: GoValue, counts: (container: JsonObject) => boolean): string {
  return rawItems(containers)
    .filter(counts)
    .flatMap(({ ports }) => objectsIn(ports))
    .filter(({ protocol = 'TCP' }) => protocol === 'TCP' || protocol === '')
    .map(({ containerPort = 0 }) => plainText(containerPort))
    .join(',');
}
