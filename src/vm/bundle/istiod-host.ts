import type { VmFacts } from '../facts/vm-facts.ts';

type Place = Pick<VmFacts, 'revision' | 'istioNamespace'>;

/** The name of istiod, which its certificate holds and the VM must resolve. */
export const istiodHost = ({ revision, istioNamespace }: Place): string =>
  `istiod${revision === '' ? '' : `-${revision}`}.${istioNamespace}.svc`;

/** Where istiod signs certificates and serves configuration. */
export const istiodAddress = (place: Place): string => `${istiodHost(place)}:15012`;
