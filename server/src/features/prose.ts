/** The first sentences of a Markdown text: a hover is short, the page is a click away. At most about 400 characters. */
export function firstSentences(text: string, count: number): string {
  const paragraph = text.trim().split(/\n\s*\n/)[0] ?? '';
  const line = paragraph.replace(/\s+/g, ' ');
  const sentences = line.split(/(?<=[.!?])\s+(?=[A-Z`[])/);
  const chosen = sentences.slice(0, count).join(' ');
  return chosen.length <= 400 ? chosen : `${chosen.slice(0, chosen.lastIndexOf(' ', 400))} …`;
}
