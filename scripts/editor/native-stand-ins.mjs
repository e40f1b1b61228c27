// VS Code's server needs three native modules for log files, for ending orphans and for a machine id.
// Plain JavaScript does for tests what they do, and no compiler is needed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the stand-ins into a `node_modules` folder. */
export function writeStandIns(modules) {
  for (const [name, source] of Object.entries(standIns)) {
    const folder = join(modules, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
    writeFileSync(join(folder, 'index.js'), source);
  }
}

const standIns = {
  // Output channels read back the log file that this writes.
  '@vscode/spdlog': `'use strict';
const { appendFileSync, mkdirSync } = require('fs');
const { dirname } = require('path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = 0;
    this.bare = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  append(level, text) {
    if (level < this.level) return;
    const stamp = new Date().toISOString().replace('T', ' ').slice(0, 23);
    try { appendFileSync(this.file, this.bare ? text : stamp + ' [' + levels[level] + '] ' + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.bare = false; }
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
}
levels.forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (text) { this.append(level, text); };
});
const create = async (name, file) => new Logger('rotating', name, file);
Object.assign(exports, {
  version: 0, Logger, setLevel() {}, setFlushOn() {}, createRotatingLogger: create, createAsyncRotatingLogger: create,
});
`,
  '@vscode/native-watchdog': `'use strict';
exports.start = (parent) => {
  const look = () => { try { process.kill(parent, 0); } catch { process.exit(87); } };
  setInterval(look, 1000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`,
  '@vscode/deviceid': `'use strict';
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';
`,
};
