import { plainText, type JsonObject } from '../../../json.ts';

/** Where an agent looks for istiod, each as `host:port`. */
export interface IstiodAddresses {
  readonly certificates: string;
  readonly configuration: string;
}

/** As the start script of the package and the agent decide: settings, then the mesh file, then what is usual. */
export function istiodAddresses(
  variables: ReadonlyMap<string, string>,
  { discoveryAddress }: JsonObject,
): IstiodAddresses {
  const said = (name: string): string => variables.get(name) ?? '';
  const system = said('ISTIO_SYSTEM_NAMESPACE') || 'istio-system';
  const usual = `istiod.${system}.svc:${said('ISTIO_PILOT_PORT') || '15012'}`;
  const moved = said('ISTIO_PILOT_PORT') === '' ? '' : usual;
  return {
    certificates: said('CA_ADDR') || said('PILOT_ADDRESS') || usual,
    configuration:
      said('PILOT_ADDRESS') || moved || plainText(discoveryAddress) || 'istiod.istio-system.svc:15012',
  };
}
