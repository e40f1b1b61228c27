import { type FixName, type HoverLinks, messageOf } from '#features';

/** Links from a hover to commands of the client, which says in its initialization options that it has them. */
export function hoverLinks(uri: string): HoverLinks {
  return {
    map: () => command('remit.showMap', uri),
    fix: ({ resource, rule, ...finding }, { title }) =>
      command('remit.applyFix', {
        uri,
        resource: resource?.logicalId ?? '',
        rule: rule.id,
        message: messageOf({ resource, rule, ...finding }),
        fix: title,
      } satisfies FixName & { uri: string }),
  };
}

/** https://code.visualstudio.com/api/extension-guides/command#command-uris. Parentheses would end a Markdown link. */
function command(name: string, argument: unknown): string {
  const text = encodeURIComponent(JSON.stringify([argument]));
  return `command:${name}?${text.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
