import type { Peers, Tool } from '#analysis';

/** The checks that several parts of a rule answer together. */
export function everyPeer(parts: readonly { readonly peers: Peers }[]): Peers {
  const all: { [tool in Tool]?: readonly string[] } = {};
  for (const { peers } of parts) {
    for (const [tool, ids] of Object.entries(peers) as readonly [Tool, readonly string[]][]) {
      all[tool] = [...new Set([...(all[tool] ?? []), ...ids])];
    }
  }
  return all;
}
