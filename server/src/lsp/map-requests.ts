import type { CodeLens, Connection, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Aspect } from '#analysis';
import {
  ASPECT_ORDER,
  type CellFix,
  type FixName,
  fixesOfCell,
  fixNamed,
  type LiveMap,
  liveMap,
  type MapData,
  placeOfCell,
  responsibilityLenses,
} from '#features';
import type { OpenDocument, OpenDocuments } from './open-documents.ts';
import { toRange } from './positions.ts';

/** What the map asks of the server, beyond the protocol: `remit/map`, `remit/mapCell`, `remit/fix`, and `remit/mapChanged` back. */
export interface MapRequests {
  /** A document has been analysed anew: whoever looks at its map is told. */
  analysed(open: OpenDocument): void;
  closed(uri: string): void;
}

interface Parts {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly versionedEdits: boolean;
  answered<T>(what: string, answer: () => Promise<T>): Promise<T>;
}

/** Answers the map's requests. A document's map is kept while someone looks at it. */
export function answerMapRequests({ connection, documents, versionedEdits, answered }: Parts): MapRequests {
  const maps = new Map<string, LiveMap | undefined>();
  const open = async (uri: string): Promise<OpenDocument | undefined> => documents.current(uri);
  const mapOf = ({ uri, document }: OpenDocument): LiveMap | undefined => {
    const map = liveMap(document, maps.get(uri));
    if (maps.has(uri)) maps.set(uri, map);
    return map;
  };

  connection.onRequest('remit/map', ({ uri }: { uri: string }) =>
    answered('the map', async (): Promise<MapData | null> => {
      if (!maps.has(uri)) maps.set(uri, undefined);
      const found = await open(uri);
      return (found && mapOf(found)?.data) ?? null;
    }),
  );
  connection.onNotification('remit/unmap', ({ uri }: { uri: string }) => void maps.delete(uri));
  connection.onRequest(
    'remit/mapCell',
    ({ uri, resource, aspect }: { uri: string; resource: string; aspect?: string }) =>
      answered('a cell of the map', async (): Promise<{ range: Range; fixes: readonly CellFix[] } | null> => {
        const found = await open(uri);
        const map = found && mapOf(found)?.map;
        if (!found || !map) return null;
        const wanted: Aspect | undefined = ASPECT_ORDER.find((each) => each === aspect);
        const span = placeOfCell(found.document, map, resource, wanted);
        if (!span) return null;
        const fixes = wanted ? fixesOfCell(found.document, map, resource, wanted) : [];
        return { range: toRange(span, found.document.tree.lines), fixes };
      }),
  );
  connection.onRequest('remit/fix', ({ uri, ...name }: FixName & { uri: string }) =>
    answered('a fix', async (): Promise<WorkspaceEdit | null> => {
      const found = await open(uri);
      const proven = found && fixNamed(found.document, name);
      if (!proven) return null;
      const { version, document } = found;
      const lines = document.tree.lines;
      const edits = proven.edits.map(({ span, newText }) => ({ range: toRange(span, lines), newText }));
      return versionedEdits
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } };
    }),
  );
  connection.onCodeLens(({ textDocument: { uri } }) =>
    answered('code lenses', async (): Promise<CodeLens[]> => {
      const found = await open(uri);
      if (!found?.settings.codeLens) return [];
      const lines = found.document.tree.lines;
      return responsibilityLenses(found.document).map(({ span, title }) => ({
        range: toRange(span, lines),
        command: { title, command: 'remit.showMap', arguments: [uri] },
      }));
    }),
  );

  return {
    analysed({ uri, version }) {
      if (maps.has(uri)) connection.sendNotification('remit/mapChanged', { uri, version }).catch(() => {});
    },
    closed(uri) {
      if (maps.has(uri)) connection.sendNotification('remit/mapChanged', { uri }).catch(() => {});
    },
  };
}
