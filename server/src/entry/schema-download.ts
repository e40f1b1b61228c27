import type { SchemaSource } from '#schema';

/** What a web worker has to fetch with. */
type Download = (address: string) => Promise<string | undefined>;

/**
 * The generated tables at an address, fetched ahead: answers `undefined` until a table has come, `''` for one that cannot be had.
 * The docs of a service are fetched when first asked for.
 */
export function schemaDownload(address: string | undefined, download: Download): SchemaSource {
  const texts = new Map<string, string | undefined>();
  const ask = (path: string): string | undefined => {
    if (address === undefined) return '';
    if (!texts.has(path)) {
      texts.set(path, undefined);
      download(`${address}/schema/${path}`).then(
        (text) => texts.set(path, text ?? ''),
        () => texts.set(path, ''),
      );
    }
    return texts.get(path);
  };
  ask('resources.json');
  ask('iam-actions.json');
  return {
    resources: () => ask('resources.json'),
    iamActions: () => ask('iam-actions.json'),
    docs: (service) => ask(`docs/${service}.json`),
  };
}
