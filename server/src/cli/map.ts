import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type LiveMap, liveMap, type MapData, placeOfCell } from '#features';
import { escapeHtml, renderMap, renderOpenDuties } from '#map-view';
import type { Service } from '#service';
import { type MapCommand, UsageError } from './arguments.ts';
import { decode } from './decode.ts';
import { attempt, reasonOf } from './failure.ts';
import { mapTable } from './format/map-table.ts';
import type { Colors } from './format/pretty.ts';
import { loadSettings } from './load-settings.ts';

/** What `remit map` works with. */
export interface MapTools {
  readonly service: Service;
  readonly cwd: string;
  readonly colors: Colors;
  /** The columns a table may take. */
  readonly width: number;
  /** The text of one of the files that make the map's page. */
  asset(name: 'page.js' | 'map.css'): string;
}

/**
 * Runs `remit map FILE` and answers what is to be printed: a table, JSON with lines, or where the report was written. Throws a
 * UsageError for a file that cannot be read or is no template.
 */
export function drawMap(command: MapCommand, { service, cwd, colors, width, asset }: MapTools): string {
  const { settings } = loadSettings(command, cwd, service.rules);
  const bytes = attempt(() => readFileSync(resolve(cwd, command.file)));
  if (bytes instanceof Error) {
    const hint = 'code' in bytes && bytes.code === 'EISDIR' ? '; remit map takes a template' : '';
    throw new UsageError(`${command.file}: ${reasonOf(bytes)}${hint}`);
  }
  const decoded = decode(bytes);
  if (decoded.error) throw new UsageError(`${command.file}: ${decoded.error.message}`);
  const document = service.open({ name: command.file, text: decoded.text }, service.options(settings));
  const live = liveMap(document);
  if (!live) throw new UsageError(`${command.file}: no CloudFormation or SAM template`);

  if (command.html === undefined) {
    if (command.format !== 'json') return mapTable(live.data, command.file, colors, width);
    const rows = live.data.rows.map((row) => ({ ...row, line: lineOf(live, row.id, document) }));
    return `${JSON.stringify({ path: command.file, ...live.data, rows }, undefined, 2)}\n`;
  }
  const html = command.html;
  const report = mapReport(live.data, basename(command.file), asset);
  const failure = attempt(() => writeFileSync(resolve(cwd, html), report));
  if (failure instanceof Error) throw new UsageError(`${html}: ${reasonOf(failure)}`);
  return `${html}\n`;
}

/** The line of a resource's logical id, zero-based; null for the account as a whole. */
function lineOf({ map }: LiveMap, id: string, document: Parameters<typeof placeOfCell>[0]): number | null {
  const span = id === '' ? undefined : placeOfCell(document, map, id, undefined);
  return span ? document.tree.lines.placeAt(span.start).line : null;
}

/** The map as one HTML file that needs nothing else, and may run nothing but its own script. */
function mapReport(data: MapData, name: string, asset: MapTools['asset']): string {
  const script = withoutSourceMap(asset('page.js'));
  const style = withoutSourceMap(asset('map.css'));
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // A script of type JSON does not run; all it must not do is end early.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}">
<meta name="viewport" content="width=device-width">
<title>Responsibility map of ${escapeHtml(name)}</title>
<style>${style}</style>
</head>
<body>
${renderMap(data, name)}
${renderOpenDuties(data)}
<script type="application/json" id="map-data">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}

function withoutSourceMap(text: string): string {
  return text.replace(/\n?(?:\/\/# sourceMappingURL=.*|\/\*# sourceMappingURL=.*\*\/)\s*$/, '').trim();
}
