// The arrows of the house: each layer imports only what stands above it. test/unit/layers.test.ts runs this and plants violations.

const layers = ['text', 'schema', 'syntax', 'model', 'evaluate', 'insight', 'edit', 'analysis', 'features', 'service'];
const hosts = ['lsp', 'cli'];
const ordered = [...layers, ...hosts, 'entry'];

const inLayers = (names) => `^server/src/(${names.join('|')})/`;
const engine = inLayers(layers);
// What `rules/kit` may hand on to rules: values, questions and intents, not the machinery that runs rules.
const kitSees = [...layers.slice(0, layers.indexOf('edit') + 1), 'analysis'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...ordered.slice(0, -1).map((layer, index) => ({
      name: `layer-${layer}`,
      severity: 'error',
      comment: `${layer} imports only the layers above it`,
      from: { path: inLayers([layer]) },
      to: { path: inLayers(laterThan(layer, index)) },
    })),
    {
      name: 'rules-import-the-kit',
      severity: 'error',
      comment: 'A rule file imports #kit alone',
      from: { path: '^rules/', pathNot: ['^rules/kit/', '^rules/index\\.ts$', '^rules/responsibility/'] },
      to: { pathNot: '^rules/kit/' },
    },
    {
      name: 'rule-index-imports-rules',
      severity: 'error',
      comment: 'The index of rules and the responsibilities import rules, responsibilities and the kit',
      from: { path: '^rules/(index\\.ts$|responsibility/)' },
      to: { pathNot: '^rules/' },
    },
    {
      name: 'kit-hands-on-the-engine',
      severity: 'error',
      comment: 'The kit imports the engine up to insight and edit, and the shapes of rules',
      from: { path: '^rules/kit/' },
      to: { pathNot: ['^rules/kit/', inLayers(kitSees)] },
    },
    {
      name: 'engine-knows-no-rule',
      severity: 'error',
      comment: 'Rules are a value that an entry passes in',
      from: { path: [engine, inLayers(hosts)] },
      to: { path: '^rules/' },
    },
    {
      name: 'client-knows-no-engine',
      severity: 'error',
      comment: 'The client starts the server and shows what it says',
      from: { path: '^client/' },
      to: { path: ['^server/', '^rules/'] },
    },
    {
      name: 'engine-knows-no-client',
      severity: 'error',
      from: { path: ['^server/', '^rules/'] },
      to: { path: '^client/' },
    },
    {
      name: 'map-view-knows-shapes',
      severity: 'error',
      comment: 'Drawing the map needs what it is drawn from, and nothing that makes it',
      from: { path: '^map-view/' },
      to: { pathNot: '^map-view/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-draws-nothing',
      severity: 'error',
      comment: 'Only hosts draw',
      from: { path: [engine, '^rules/'] },
      to: { path: '^map-view/' },
    },
    {
      name: 'no-node-below-hosts',
      severity: 'error',
      comment: 'Everything below the hosts runs in a web worker, too',
      from: { path: [engine, '^rules/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-protocol-below-hosts',
      severity: 'error',
      comment: 'Positions and ranges of the protocol stay in lsp and cli',
      from: { path: [engine, '^rules/'] },
      to: { path: '(^|/)node_modules/vscode-' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Modules that need each other to start; a type alone needs nothing to start',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import that does not resolve would escape every arrow',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

// The two hosts do not import each other either.
function laterThan(layer, index) {
  return hosts.includes(layer) ? [...hosts.filter((host) => host !== layer), 'entry'] : ordered.slice(index + 1);
}
