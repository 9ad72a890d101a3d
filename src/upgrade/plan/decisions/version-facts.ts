import { MeshctlError } from '../../../errors.ts';
import {
  compareVersions,
  hubEnd,
  hubsOf,
  parseVersion,
  supportOf,
  upgradeStops,
  type IstioVersion,
} from '../../../releases/index.ts';
import { istioVersion } from '../../../version.ts';
import type { UpgradeFact } from '../../upgrade-plan.ts';
import type { DecisionSources } from './decision-sources.ts';
import { fact } from './fact.ts';

/** Whether the versions go together, are supported, and have images where they are looked for. */
export function versionFacts({ way, request }: DecisionSources): readonly UpgradeFact[] {
  const [from, to] = [parseVersion(way.from.version), parseVersion(way.to.version)];
  if (from === undefined || to === undefined) {
    const unclear = [way.from, way.to].filter(({ version }) => parseVersion(version) === undefined);
    const who = unclear.map(({ revision, version }) => `${revision} ("${version}")`).join(' and ');
    return [
      fact(
        'warn',
        'unknown-version',
        `the version of ${who} names no release: nothing can be said of the way between them`,
        {
          hint: 'look at the release notes yourself',
        },
      ),
    ];
  }
  return [
    pathFact(from, to),
    ...supportFacts(to, request.now),
    ...(way.installed ? [] : [...hubFacts(way.to.hub, to), ...manifestFacts(to)]),
  ];
}

function pathFact(from: IstioVersion, to: IstioVersion): UpgradeFact {
  const order = compareVersions(to, from);
  if (order === 0)
    return fact(
      'plan',
      'same-version',
      `both are ${to.text}: this moves workloads to another control plane of that version`,
    );
  if (order < 0)
    return fact(
      'stop',
      'downgrade',
      `${to.text} is older than ${from.text}: proxies would be newer than their control plane`,
      {
        hint: 'to go back after an upgrade, use `meshctl upgrade rollback`',
      },
    );
  return stopsFact(from, to);
}

function stopsFact(from: IstioVersion, to: IstioVersion): UpgradeFact {
  try {
    const stops = upgradeStops({ from: from.text, to: to.text, way: 'canary' });
    if (stops.length === 1)
      return fact('fine', 'version-path', `${from.text} can go to ${to.text} in one step`);
    const all = stops.map(({ version }) => version).join(', then ');
    return fact('stop', 'too-far', `${to.text} is too far from ${from.text} for one step`, {
      hint: `go to ${all}: plan the first with --to ${stops[0]?.version ?? ''}`,
    });
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    if (to.major > from.major || to.minor > from.minor + 2)
      return fact('stop', 'too-far', `${to.text} is too far from ${from.text} for one step`, {
        hint: `go by at most two minor releases at a time; ${error.message}`,
      });
    return fact('warn', 'unknown-version', error.message, {
      ...(error.hint !== undefined && { hint: error.hint }),
    });
  }
}

function supportFacts(to: IstioVersion, now: Date | undefined): readonly UpgradeFact[] {
  if (now === undefined) return [];
  const { state, reason, latestPatch } = supportOf(to, now);
  const latest = latestPatch === undefined ? undefined : parseVersion(latestPatch);
  const newer = latest !== undefined && compareVersions(latest, to) > 0;
  return [
    state === 'ended'
      ? fact('warn', 'end-of-life', reason, { hint: 'go to a minor release that gets fixes' })
      : fact('fine', 'support', reason),
    ...(newer
      ? [fact('warn', 'newer-patch', `${latest.text} is the newest patch of the same minor release`)]
      : []),
  ];
}

/** Only the hubs of Istio are known: what a hub of somebody else has, it says itself. */
function hubFacts(hub: string, to: IstioVersion): readonly UpgradeFact[] {
  const all = hubsOf(to);
  const official = hub === 'docker.io/istio' || hubEnd(hub) !== undefined;
  if (official && !all.includes(hub))
    return [
      fact('stop', 'hub', `${hub} has no images of ${to.text}`, {
        hint: `set the hub to ${all[0] ?? 'docker.io/istio'}`,
      }),
    ];
  const end = hubEnd(hub);
  if (end === undefined) return [fact('fine', 'hub', `images come from ${hub}`)];
  return [
    fact('warn', 'hub', `${hub} closes in ${end}`, { hint: `set the hub to ${all[0] ?? 'docker.io/istio'}` }),
  ];
}

/** The objects of a control plane change with each minor release. */
function manifestFacts({ major, minor, text }: IstioVersion): readonly UpgradeFact[] {
  if (istioVersion.startsWith(`${major}.${minor}.`)) return [];
  return [
    fact(
      'warn',
      'manifests',
      `meshctl installs ${text} with the objects of ${istioVersion}, which may not fit`,
      {
        hint: `use the meshctl for ${major}.${minor}, or go to ${istioVersion}`,
      },
    ),
  ];
}
