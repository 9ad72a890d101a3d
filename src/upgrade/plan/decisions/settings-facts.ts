import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import { settingsOf } from '../mesh/settings-of.ts';
import { objectsOfKind } from '../mesh/upgrade-mesh.ts';
import { installSpec } from '../steps/install-spec.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact, namesIn, orFine } from './fact.ts';

/** Whether both control planes make one mesh: names, networks, the root certificate, and who sets traffic up. */
export const settingsFacts = (sources: DecisionSources): readonly UpgradeFact[] => [
  ...orFine(differences(sources), 'settings', 'both control planes have the same settings'),
  ...authorityFacts(sources),
];

/** Of the old control plane, and of the new one as it is or will be. */
interface BothSettings {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

function differences(sources: DecisionSources): readonly UpgradeFact[] {
  const both = bothSettings(sources);
  if (Object.keys(objectIn(both.before, 'meshConfig')).length === 0) return [];
  const apart = identity.filter((path) => textAt(both.before, path) !== textAt(both.after, path));
  const found = apart.map((path) => {
    const [before, after] = [textAt(both.before, path), textAt(both.after, path)];
    const name = path.join('.');
    return fact(
      'stop',
      'identity-differs',
      `${name} is "${before}" now and "${after}" in the new control plane: proxies of both would not know each other`,
      {
        hint: 'set it in the spec (-f) to what it is now',
      },
    );
  });
  return [...found, ...cniFacts(both), ...otherDifferences(both)];
}

/** What both sides of a connection must agree on. */
const identity: readonly (readonly string[])[] = [
  ['meshConfig', 'trustDomain'],
  ['meshConfig', 'rootNamespace'],
  ['values', 'global', 'meshID'],
  ['values', 'global', 'network'],
  ['values', 'global', 'multiCluster', 'clusterName'],
];

/** Defaults that depend on nothing else. */
const defaults: Readonly<Record<string, string>> = { 'meshConfig.trustDomain': 'cluster.local' };

const textAt = (settings: JsonObject, path: readonly string[]): string =>
  plainText(valueIn(settings, ...path)) || (defaults[path.join('.')] ?? '');

function bothSettings({ mesh, way, request }: DecisionSources): BothSettings {
  const old = settingsOf(mesh, way.from.revision);
  const { istioNamespace } = mesh.facts;
  const rooted = (settings: JsonObject): JsonObject =>
    Object.keys(settings).length === 0 ? settings : { rootNamespace: istioNamespace, ...settings };
  const before = { meshConfig: rooted(old.mesh), values: old.injection };
  if (way.installed) {
    const { mesh: meshConfig, injection } = settingsOf(mesh, way.to.revision);
    return { before, after: { meshConfig: rooted(meshConfig), values: injection } };
  }
  const { meshConfig, values } = objectIn(installSpec(mesh, way, request.spec), 'spec');
  const own = { ...objectIn(values, 'meshConfig'), ...objectIn(meshConfig) };
  return {
    before,
    after: { meshConfig: { rootNamespace: istioNamespace, ...own }, values: objectIn(values) },
  };
}

/** Pods of one would be set up by the node agent, pods of the other by themselves. */
function cniFacts({ before, after }: BothSettings): readonly UpgradeFact[] {
  const isOn = (settings: JsonObject): boolean =>
    valueIn(settings, 'values', 'pilot', 'cni', 'enabled') === true;
  if (Object.keys(objectIn(before, 'values')).length === 0 || isOn(before) === isOn(after)) return [];
  return [
    fact(
      'stop',
      'cni-mode',
      `pods are set up ${isOn(before) ? 'by istio-cni' : 'by an init container'} now, and would not be by the new control plane`,
      {
        hint: `set values.pilot.cni.enabled=${String(isOn(before))}`,
      },
    ),
  ];
}

const followed = new Set([
  'trustDomain',
  'rootNamespace',
  'defaultConfig',
  'defaultProviders',
  'enablePrometheusMerge',
]);

function otherDifferences({ before, after }: BothSettings): readonly UpgradeFact[] {
  const [old, now] = [objectIn(before, 'meshConfig'), objectIn(after, 'meshConfig')];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const apart = keys.filter(
    (key) => !followed.has(key) && JSON.stringify(old[key]) !== JSON.stringify(now[key]),
  );
  if (apart.length === 0) return [];
  return [
    fact(
      'warn',
      'settings-differ',
      `these parts of meshConfig are not the same in both control planes: ${namesIn(apart)}`,
      {
        hint: 'give the new one the same settings with -f, if that is not what you want',
      },
    ),
  ];
}

function authorityFacts({ mesh, way }: DecisionSources): readonly UpgradeFact[] {
  const secrets = objectsOfKind(mesh, 'Secret').map((object) => keyOf(object).name);
  const roots = rootsOf(mesh.facts.objects);
  const [from, to] = [roots.get(way.from.revision), roots.get(way.to.revision)];
  if (from !== undefined && to !== undefined && from !== to)
    return [
      fact(
        'stop',
        'roots-differ',
        `${way.from.revision} and ${way.to.revision} have different root certificates: their proxies would not trust each other`,
        {
          hint: 'give both the same cacerts, and restart the istiods',
        },
      ),
    ];
  const source = ['cacerts', 'istio-ca-secret'].find((name) => secrets.includes(name));
  if (source === undefined)
    return [
      fact(
        'plan',
        'authority',
        'neither cacerts nor istio-ca-secret is to be seen: somebody else signs certificates, or Secrets may not be listed',
      ),
    ];
  return [fact('fine', 'authority', `both control planes sign with ${source}`)];
}

/** By revision: what their webhooks are certified by. */
const rootsOf = (objects: readonly JsonObject[]): ReadonlyMap<string, string> =>
  new Map(
    objects.flatMap((object) => {
      const revision = labelOf(object, label.revision);
      const root = plainText(valueIn(objectsIn(object.webhooks)[0], 'clientConfig', 'caBundle'));
      const isOwn = object.kind === 'MutatingWebhookConfiguration' && labelOf(object, label.tag) === '';
      return isOwn && revision !== '' && root !== '' ? [[revision, root]] : [];
    }),
  );
