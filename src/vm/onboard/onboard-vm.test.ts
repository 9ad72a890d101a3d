import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { plainText, type JsonObject } from '../../json.ts';
import { ApiError } from '../../kube/index.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { claims, now, sampleGroup, tokenOf } from '../testing/sample-vm.ts';
import type { OnboardingFacts } from './onboarding-facts.ts';
import type { OnboardingOptions } from './onboarding-plan.ts';
import { onboardVm, type OnboardingEvent, type OnboardingTools } from './onboard-vm.ts';
import { planVmOnboarding } from './plan-vm-onboarding.ts';
import { readDenials } from './read-denials.ts';
import { accountChange, groupChange, onboardingFacts } from './testing/sample-facts.ts';

const secret = tokenOf(claims);
const options: OnboardingOptions = { bundle: { autoRegister: true }, tokenDuration: 3600, wait: false };

interface Carried {
  readonly events: readonly OnboardingEvent[];
  readonly done: readonly string[];
  readonly error: MeshctlError | undefined;
}

/** Carries a plan out with tools that note what they are asked for. */
async function carried(
  over: { facts?: Partial<OnboardingFacts>; options?: Partial<OnboardingOptions> } = {},
  tools: Partial<OnboardingTools> = {},
): Promise<Carried> {
  const plan = planVmOnboarding(onboardingFacts(over.facts), { ...options, ...over.options });
  const done: string[] = [];
  const writer: Pick<ClusterWriter, 'apply'> = {
    apply: (object) => {
      done.push(`apply ${plainText(object.kind)}`);
      return Promise.resolve(object);
    },
  };
  const events: OnboardingEvent[] = [];
  try {
    const all: OnboardingTools = {
      // The rest is not asked for.
      writer: writer as ClusterWriter,
      token: () => {
        done.push('token');
        return Promise.resolve(secret);
      },
      keep: () => void done.push('keep'),
      ...{ now: () => now, addresses: [], timeout: 1000 },
      ...tools,
    };
    for await (const event of onboardVm(plan, all)) events.push(event);
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    return { events, done, error };
  }
  return { events, done, error: undefined };
}

describe('an onboarding', () => {
  test('makes what is missing, then the token, then the files, and hands them over', async () => {
    const facts = { groupChange: groupChange(), accountChange: accountChange('create') };
    const seen: string[] = [];
    const { events, done } = await carried(
      { facts, options: { folder: 'vm', delivery: 'by hand' } },
      {
        deliver: async function* ({ files }) {
          seen.push(files['istio-token']);
          yield await Promise.resolve('copied');
        },
      },
    );
    expect(done).toEqual(['apply WorkloadGroup', 'apply ServiceAccount', 'token', 'keep']);
    expect(seen).toEqual([secret]);
    expect(
      events.map((event) => (event.type === 'step' ? `${event.step} ${event.outcome}` : event.type)),
    ).toEqual([
      'group done',
      'service-account done',
      'token done',
      'files done',
      'delivery',
      'delivery done',
    ]);
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  test('does nothing at all when a check is an error', async () => {
    const { done, error } = await carried({ facts: { namespaceExists: false, groupChange: groupChange() } });
    expect(done).toEqual([]);
    expect(error).toMatchObject({
      ...{ code: 'environment', reason: 'there is no namespace shop' },
      hint: '`kubectl create namespace shop`',
    });
  });

  const late = new Date(now.getTime() + 7200_000);
  const early = new Date(now.getTime() - 7200_000);
  test.each([
    ['a token that is over already', late, /expired/],
    ['a clock that is behind that of the cluster', early, /./],
  ])('writes no files with %s', async (_, moment, message) => {
    const { done, error } = await carried({ options: { folder: 'vm' } }, { now: () => moment });
    expect(done).toEqual(['token']);
    expect(error?.message).toMatch(message);
    expect(error?.hint).not.toBeUndefined();
  });

  test('writes no files when no token is issued', async () => {
    const token = (): Promise<string> =>
      Promise.reject(new ApiError(422, 'no token', { hint: 'ask for 600 seconds or more' }));
    const { done, error } = await carried({ options: { folder: 'vm' } }, { token });
    expect([done, error?.hint]).toEqual([[], 'ask for 600 seconds or more']);
  });

  test('tells nothing of a delivery that fails but its failure', async () => {
    const { events, error } = await carried(
      { options: { delivery: 'over ssh' } },
      {
        // eslint-disable-next-line require-yield
        deliver: async function* () {
          await Promise.resolve();
          throw new MeshctlError('environment', 'the host key is not known');
        },
      },
    );
    expect(error?.message).toBe('the host key is not known');
    expect(events.some((event) => event.type === 'step' && event.step === 'delivery')).toBe(false);
  });
});

describe('what may not be done', () => {
  const answering = (allowed: (attributes: JsonObject) => boolean): Pick<ClusterWriter, 'create'> => ({
    create: (review) => {
      const { resourceAttributes } = review.spec as { resourceAttributes: JsonObject };
      return Promise.resolve({ status: { allowed: allowed(resourceAttributes) } });
    },
  });
  const denialsOf = (
    writer: Pick<ClusterWriter, 'create'>,
    hasToken = false,
  ): ReturnType<typeof readDenials> => readDenials(writer, sampleGroup(), [groupChange()], { hasToken });

  test('is found out beforehand', async () => {
    const denials = await denialsOf(answering(({ subresource }) => subresource !== 'token'));
    expect(denials).toEqual([
      { what: 'request a token of the service account', rule: 'create serviceaccounts/token' },
    ]);
  });

  test('is only what is needed', async () => {
    const denials = await denialsOf(
      answering(() => false),
      true,
    );
    expect(denials.map(({ rule }) => rule)).toEqual([
      'create workloadgroups.networking.istio.io',
      'patch workloadgroups.networking.istio.io',
    ]);
  });

  test('is not known where such questions are not answered', async () => {
    const create = (): Promise<never> => Promise.reject(new ApiError(403, 'no', {}));
    expect(await denialsOf({ create })).toEqual([]);
  });
});
