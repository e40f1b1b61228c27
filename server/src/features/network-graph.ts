import { type Analysis, pinsOf } from '#analysis';
import { changedTokens, explore, type Leaf, type Reads, shortestWhen, viewResource } from '#evaluate';
import type { Resource } from '#model';
import type { Document } from './document.ts';
import { type FoundEdge, isNetworkSubject, pathsOf } from './network-paths.ts';

/** Where callers from anywhere come from. */
export const INTERNET = 'internet';

/** A resource on a path, or the internet. */
export interface NetworkNode {
  /** A logical id, or `internet`. */
  readonly id: string;
  readonly resource: Resource | undefined;
  /** Whether callers from the internet get there: for certain, perhaps (the template cannot tell), or only from within. */
  readonly reached: 'yes' | 'perhaps' | 'no';
}

/** Traffic that is let through. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  /** What may pass: `tcp 443`, `HTTPS`. */
  readonly label: string;
  /** False where the template cannot tell whether the way is open all along. */
  readonly certain: boolean;
  /** What lets it through, from the outside in. */
  readonly steps: readonly string[];
  /** The worlds in which it does; undefined for all. */
  readonly when: string | undefined;
}

/** What the internet reaches, and by which path. */
export interface NetworkGraph {
  readonly analysis: Analysis;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

/**
 * The network of a template as a graph: load balancers, gateways, machines, databases and functions, and the traffic that
 * security groups, listeners and origins let pass between them. `previous` is the graph of an earlier version of the text.
 */
export function networkGraph({ analysis }: Document, previous?: NetworkGraph): NetworkGraph | undefined {
  if (!analysis) return undefined;
  if (previous?.analysis === analysis) return previous;
  const { template, options } = analysis;
  const before = previous?.analysis.options === options ? made.get(previous) : undefined;
  const stale = before && previous ? changedTokens(previous.analysis.template, template) : [];
  const after = new Map<Resource, Part>();
  for (const resource of template.resources.values()) {
    if (!isNetworkSubject(resource.type)) continue;
    const known = before?.get(resource);
    after.set(resource, known && !known.reads.includesAny(stale) ? known : explorePart(resource, analysis));
  }
  const edges = mergeEdges([...after.values()].flatMap((part) => part.edges));
  const graph: NetworkGraph = { analysis, nodes: nodesOf(edges, analysis), edges };
  made.set(graph, after);
  return graph;
}

interface Part {
  readonly edges: readonly NetworkEdge[];
  readonly reads: Reads;
}

const made = new WeakMap<NetworkGraph, ReadonlyMap<Resource, Part>>();

/** The edges that one resource makes, in every world, with the worlds they are there in. */
function explorePart(resource: Resource, { template, options }: Analysis): Part {
  const exploration = explore(template, pinsOf(options), resource, (world): readonly FoundEdge[] =>
    pathsOf(viewResource(resource, world)),
  );
  const groups = new Map<string, { readonly edge: FoundEdge; readonly leaves: Set<Leaf<readonly FoundEdge[]>> }>();
  for (const leaf of exploration.leaves) {
    for (const edge of leaf.outcome) {
      const key = keyOf(edge);
      const group = groups.get(key) ?? { edge, leaves: new Set<Leaf<readonly FoundEdge[]>>() };
      groups.set(key, group);
      group.leaves.add(leaf);
    }
  }
  const edges = [...groups.values()].map(({ edge, leaves }): NetworkEdge => {
    const when = exploration.blurred ? undefined : shortestWhen(exploration, leaves, template, resource);
    return { ...edge, when };
  });
  return { edges, reads: exploration.reads };
}

function keyOf({ from, to, label, certain, steps }: FoundEdge): string {
  return JSON.stringify([from, to, label, certain, steps]);
}

/** One edge for each pair and certainty: several ports on one way are one line with several words. */
function mergeEdges(edges: readonly NetworkEdge[]): readonly NetworkEdge[] {
  const merged = new Map<string, NetworkEdge>();
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to, edge.certain, edge.when]);
    const known = merged.get(key);
    if (!known) merged.set(key, edge);
    else {
      const labels = new Set([...known.label.split(', '), ...edge.label.split(', ')]);
      const steps = [...new Set([...known.steps, ...edge.steps])];
      merged.set(key, { ...known, label: [...labels].join(', '), steps });
    }
  }
  return [...merged.values()];
}

function nodesOf(edges: readonly NetworkEdge[], { template }: Analysis): readonly NetworkNode[] {
  const certain = reachable(edges.filter((edge) => edge.certain));
  const possible = reachable(edges);
  const ids = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (ids.size > 0) ids.add(INTERNET);
  return [...ids].map((id) => ({
    id,
    resource: template.resources.get(id),
    reached: certain.has(id) ? 'yes' : possible.has(id) ? 'perhaps' : 'no',
  }));
}

function reachable(edges: readonly NetworkEdge[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Set([INTERNET]);
  const queue = [INTERNET];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const to of next.get(id) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}
