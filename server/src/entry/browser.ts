import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/browser';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The smallest real server: answers `initialize` and follows documents.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental },
  serverInfo: { name: 'remit' },
}));
new TextDocuments(TextDocument).listen(connection);
connection.listen();
