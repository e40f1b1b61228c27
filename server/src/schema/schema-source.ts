/**
 * Where the generated tables come from; the entry decides (files in node, fetched or bundled text in a browser).
 *
 * Each loader answers with the file's whole text, or `undefined` for "not there yet". Text is kept and the loader is not
 * called again; after `undefined` it is called again at the next question, so that a browser can start a download and
 * answer later. A host that will never have a table answers `''`, which is kept like any other text.
 * A loader must not throw.
 */
export interface SchemaSource {
  /** `resources.json` */
  readonly resources: () => string | undefined;
  /** `iam-actions.json` */
  readonly iamActions: () => string | undefined;
  /** `docs/<service>.json`, by the lower-case service name of a resource type (`s3`); `''` where there is no such file. */
  readonly docs: (service: string) => string | undefined;
}
