import type { KubeObject } from '../component-context.ts';
import { plainText } from '../../json.ts';
import type { HelmRelease } from './translate-spec.ts';

/** The file with the values of a release. */
export const valuesFile = ({ chart }: HelmRelease): string => `${chart}-values.yaml`;

/** The command that installs or upgrades a release from its values. */
export function helmCommand(one: HelmRelease): string {
  const { release, chart, version, namespace } = one;
  return `helm upgrade --install ${release} istio/${chart} --version ${version} --namespace ${quoted(namespace)} --values ${valuesFile(one)}`;
}

/** The command that tells Helm where the charts are. */
export const repositoryCommand =
  'helm repo add istio https://istio-release.storage.googleapis.com/charts --force-update';

/** A shell script that hands the objects of a spec to Helm: each is marked as one of its release, then upgraded. */
export function adoptScript(releases: readonly HelmRelease[]): string {
  return [
    '#!/bin/sh',
    '# Marks what is installed as releases of Helm, and upgrades these to the values beside this script.',
    '# Run it in this folder, with kubectl and helm set up for the cluster.',
    'set -eu',
    '',
    'adopt() { # release, its namespace, kind, name, namespace of the object or nothing',
    '  if [ -n "${5-}" ]; then set -- "$1" "$2" "$3" "$4" --namespace "$5"; fi',
    '  release=$1 home=$2 object=$3/$4',
    '  shift 4',
    '  kubectl get "$object" "$@" >/dev/null 2>&1 || return 0',
    '  kubectl annotate --overwrite "$object" "$@" "meta.helm.sh/release-name=$release" "meta.helm.sh/release-namespace=$home"',
    '  kubectl label --overwrite "$object" "$@" app.kubernetes.io/managed-by=Helm',
    '}',
    '',
    repositoryCommand,
    ...releases.flatMap((one) => [
      '',
      ...one.objects.map((object) => adoptLine(one, object)),
      helmCommand(one),
    ]),
    '',
  ].join('\n');
}

function adoptLine({ release, namespace }: HelmRelease, { apiVersion, kind, metadata }: KubeObject): string {
  const slash = apiVersion.indexOf('/');
  const type = slash < 0 ? kind : `${kind}.${apiVersion.slice(slash + 1)}.${apiVersion.slice(0, slash)}`;
  const own = plainText(metadata.namespace);
  const words = [release, namespace, type, metadata.name, ...(own === '' ? [] : [own])];
  return `adopt ${words.map(quoted).join(' ')}`;
}

/** Names of objects are no place for quotes, but specs can hold anything. */
const quoted = (word: string): string =>
  /^[\w.:/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
