import { expandHost } from '../expand-host.ts';
import { groupBy } from '../group-by.ts';
import { plainText, valueIn, type Json } from '../json.ts';
import type { Detection, Predicate } from './detection.ts';
import { valuesAt } from './detect-path.ts';
import type { Found, Looked, Relation } from './found.ts';
import { effectiveModes } from './mutual-tls.ts';
import { stepsOf } from './steps-of.ts';
import { wholeOf, type Seen, type Subject } from './subject.ts';
import type { World } from './world.ts';

/** Predicates that need other objects than the one that is judged. */
export const relations: Readonly<Partial<Record<Predicate, Relation>>> = {
  duplicate: duplicates,
  unresolved,
  outsideNamespace,
  effectiveNotEquals: (detection, seen, world) => effectiveModes(detection, seen, world),
  grantedTo: ({ kind, value }) => ({ found: [], missing: [`what ${kind}s grant to ${plainText(value)}`] }),
};

const foundIn = (detection: Pick<Detection, 'kind' | 'path'>, { subjects }: Seen): readonly Found[] =>
  subjects.flatMap((subject) =>
    valuesAt(subject.value, stepsOf(detection)).map((hit) => ({ ...hit, subject })),
  );

/** Hosts of several objects. A Service takes part by its own name, but is no duplicate of itself. */
function duplicates(detection: Detection, seen: Seen, world: World): Looked {
  const own = foundIn(detection, seen);
  const withServices = detection.kind === 'ServiceEntry';
  const services = withServices ? world.of('Service').map(asHost) : [];
  const groups = groupBy([...own, ...services], hostOf);
  const found = [...groups.values()]
    .filter((group) => group.length > 1 && group.some(({ subject }) => differs(detection, subject, group)))
    .flat()
    .filter(({ subject }) => subject.resource.kind !== 'Service');
  const blind = withServices && !world.complete('Service') ? ['Service'] : [];
  return { found, missing: [...seen.missing, ...blind] };
}

const asHost = (service: Parameters<typeof wholeOf>[0]): Found => ({
  ...{ subject: wholeOf(service), path: ['metadata', 'name'] },
  value: expandHost(service.namespace ?? 'default', service.name),
});

const hostOf = ({ subject, value }: Found): string =>
  expandHost(subject.resource.namespace ?? 'default', plainText(value));

/** Whether a host is shared in the way that is asked for. */
function differs({ scope }: Detection, subject: Subject, group: readonly Found[]): boolean {
  return group.some(({ subject: other }) => {
    if (other.value === subject.value) return false;
    if (scope === 'other-export-to') return exportOf(other) !== exportOf(subject);
    return scope !== 'other-namespace' || other.resource.namespace !== subject.resource.namespace;
  });
}

/** Everybody sees what says nothing about it. */
const exportOf = ({ value }: Subject): string => {
  const exported = valueIn(value, 'spec', 'exportTo');
  return JSON.stringify(
    Array.isArray(exported) && exported.length > 0 ? exported.map(plainText).sort() : ['*'],
  );
};

function unresolved(detection: Detection, seen: Seen, world: World): Looked {
  const found = foundIn(detection, seen).filter(
    ({ subject, value }) => value !== undefined && !exists(value, subject, world),
  );
  const kinds = new Set(found.map(({ value }) => kindOf(value)));
  const blind = [...kinds].filter((kind) => !world.complete(kind));
  return {
    found: found.filter(({ value }) => !blind.includes(kindOf(value))),
    missing: [...seen.missing, ...blind],
  };
}

/** References of the Gateway API are to Secrets unless they say otherwise. */
const kindOf = (reference: Json | undefined): string => plainText(valueIn(reference, 'kind')) || 'Secret';

function exists(reference: Json, { resource }: Subject, world: World): boolean {
  const namespace = plainText(valueIn(reference, 'namespace')) || resource.namespace;
  const name = plainText(valueIn(reference, 'name'));
  return world.of(kindOf(reference)).some((one) => one.name === name && one.namespace === namespace);
}

function outsideNamespace(detection: Detection, seen: Seen): Looked {
  const found = foundIn(detection, seen).filter(({ subject, value }) => {
    const host = plainText(value);
    return host.includes('.') && !isIn(host, subject.resource.namespace ?? 'default');
  });
  return { found, missing: seen.missing };
}

const isIn = (host: string, namespace: string): boolean =>
  new RegExp(`^[^.]+\\.${namespace}(\\.svc(\\..*)?)?$`).test(host);
