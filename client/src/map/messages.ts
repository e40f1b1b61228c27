import type { MapData, OfferedFix } from '#map-view';

/** What the extension tells the map's page. */
export type ToPage =
  | { readonly type: 'map'; readonly name: string; readonly data: MapData }
  | { readonly type: 'nothing'; readonly reason: string }
  | { readonly type: 'fixes'; readonly row: string; readonly aspect: string; readonly fixes: readonly OfferedFix[] };

/** What the map's page asks of the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** The author has chosen a cell, or with `aspect` undefined a resource. */
  | { readonly type: 'select'; readonly row: string; readonly aspect: string | undefined }
  | {
      readonly type: 'fix';
      readonly row: string;
      readonly rule: string;
      readonly message: string;
      readonly fix: string;
    }
  | { readonly type: 'open'; readonly href: string };
