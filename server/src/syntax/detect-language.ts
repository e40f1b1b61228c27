import type { Language } from './tree.ts';

/**
 * The language of a file: by its name where that says it (`.json`, `.yaml`, `.yml`), else JSON when the first character that
 * is no white space is a brace.
 */
export function detectLanguage(path: string, text: string): Language {
  const name = path.toLowerCase();
  if (name.endsWith('.json')) return 'json';
  if (name.endsWith('.yaml') || name.endsWith('.yml')) return 'yaml';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0xfeff)
      return code === 0x7b ? 'json' : 'yaml';
  }
  return 'yaml';
}
