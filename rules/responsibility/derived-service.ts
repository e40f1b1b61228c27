import { CLASSES_BY_NAMESPACE, NAMES_BY_NAMESPACE } from './names.ts';
import type { ServiceKnowledge } from './types.ts';

/**
 * A service nobody has written by hand: its name from the namespace of the type, its duties from its class alone. `undefined`
 * for namespaces without a name.
 */
export function derivedService(type: string): ServiceKnowledge | undefined {
  const [vendor, namespace, resource] = type.split('::');
  if (!vendor || !namespace || !resource) return undefined;
  const key = vendor === 'AWS' ? namespace : `${vendor}::${namespace}`;
  const name = NAMES_BY_NAMESPACE.get(key);
  if (name === undefined) return undefined;
  return {
    id: key.toLowerCase().replace('::', '-'),
    name,
    class: CLASSES_BY_NAMESPACE.get(key) ?? 'abstracted',
    types: [`${vendor}::${namespace}::`],
    summary: `Resources of ${name}.`,
    link: SECURITY_DOCUMENTATION,
    aspects: {},
  };
}

/** AWS's list of the security chapters of all services. */
const SECURITY_DOCUMENTATION = 'https://docs.aws.amazon.com/security/';
