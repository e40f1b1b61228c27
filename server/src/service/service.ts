import { type Analysis, type AnalysisOptions, type AnyRule, analyze, type Profile, type Severity } from '#analysis';
import type { Document, Responsibilities } from '#features';
import { buildTemplate, type Template } from '#model';
import type { Schema } from '#schema';
import { type Change, detectLanguage, editTree, type Language, parseTree, type SyntaxTree } from '#syntax';
import { type CalmTree, keepLastGood, showAsIs } from './kept-blocks.ts';

/** What a host passes in: everything Remit knows is a value. */
export interface ServiceOptions {
  readonly rules: readonly AnyRule[];
  readonly schema: Schema;
  /** Whose remit each part of a resource type is; without it nothing is said of that. */
  readonly responsibilities?: Responsibilities;
  /** Reads a file that a document includes, by the document's name and the location as written there. Without it, what is included is unknown. */
  readonly readIncluded?: ((name: string, location: string) => string | undefined) | undefined;
  /** The address of a rule's page; undefined where none is shipped. */
  readonly pageOf?: (rule: string) => string | undefined;
}

/** A text to analyse. */
export interface Source {
  /** Path or URI. Its ending tells the language where the text and the hint do not. */
  readonly name: string;
  readonly text: string;
  /** The language the editor says it is. */
  readonly language?: Language | undefined;
}

/** What an author chooses. Everything left out has its default. */
export interface Settings {
  /** Default `recommended`; `strict` where a framework is chosen, which then chooses the rules. */
  readonly profile?: Profile | undefined;
  /** The id of a framework: only rules that check one of its controls run. */
  readonly framework?: string | undefined;
  readonly disabled?: Iterable<string> | undefined;
  /** Severities by rule id. */
  readonly severities?: Readonly<Record<string, Severity>> | undefined;
  /** Parameter values of a chosen parameter file. */
  readonly parameters?: ReadonlyMap<string, string> | undefined;
}

/** The facade over everything below the hosts. Synchronous, keeps no document: the host does. */
export interface Service {
  readonly rules: readonly AnyRule[];
  readonly schema: Schema;
  /** Settings as analysis wants them. Make them once and pass the same value to every document: results are cached by it. */
  options(settings: Settings): AnalysisOptions;
  open(source: Source, options: AnalysisOptions): Document;
  /** The document after changes, each in offsets of the text that the ones before it left. */
  change(document: Document, changes: readonly Change[]): Document;
  /** The same text under other options. */
  configure(document: Document, options: AnalysisOptions): Document;
}

/** Makes the facade. Never throws on any text. */
export function createService({
  rules,
  schema,
  responsibilities = { of: () => undefined },
  readIncluded,
  pageOf = () => undefined,
}: ServiceOptions): Service {
  const show = (state: Omit<State, 'template' | 'analysis'>, previous: State | undefined): Document => {
    const template = buildTemplate(state.calm.shown, previous?.template, (location) =>
      readIncluded?.(state.name, location),
    );
    const analysis = template && analyze(template, state.options, previous?.analysis);
    const full: State = { ...state, template, analysis };
    let exact: Document | undefined;
    const document: OwnDocument = {
      state: full,
      name: full.name,
      tree: full.calm.actual,
      template,
      analysis,
      schema,
      responsibilities,
      pageOf,
      spanOf: full.calm.spanOf,
      exact() {
        if (full.calm.kept.size === 0) return document;
        exact ??= show({ ...state, calm: showAsIs(full.calm.actual) }, full);
        return exact;
      },
    };
    return document;
  };

  return {
    rules,
    schema,
    options: ({ profile, framework, disabled = [], severities = {}, parameters = new Map() }) => ({
      rules,
      profile: profile ?? (framework === undefined ? 'recommended' : 'strict'),
      framework,
      disabled: new Set(disabled),
      severities: new Map(Object.entries(severities)),
      parameters,
    }),
    open({ name, text, language }, options) {
      const tree = parseTree(text, language ?? detectLanguage(name, text));
      return show({ name, options, calm: showAsIs(tree) }, undefined);
    },
    change(document, changes) {
      if (changes.length === 0) return document;
      const state = stateOf(document);
      const tree = applyChanges(document.tree, changes);
      return show({ ...state, calm: keepLastGood(state.calm, tree, changes) }, state);
    },
    configure: (document, options) => {
      const state = stateOf(document);
      return state.options === options ? document : show({ ...state, options }, state);
    },
  };
}

/** A document with what the next one is made from. */
interface OwnDocument extends Document {
  readonly state: State;
}

function stateOf(document: Document): State {
  if (!('state' in document)) throw new Error('the document comes from no service');
  return (document as OwnDocument).state;
}

interface State {
  readonly name: string;
  readonly options: AnalysisOptions;
  readonly calm: CalmTree;
  readonly template: Template | undefined;
  readonly analysis: Analysis | undefined;
}

function applyChanges(tree: SyntaxTree, changes: readonly Change[]): SyntaxTree {
  // From the back of the file to its front, as editors send many cursors' changes: all of them hold for the first text.
  const independent = changes.every(({ span }, at) => at === 0 || span.end < (changes[at - 1]?.span.start ?? 0));
  if (independent) return editTree(tree, changes);
  return changes.reduce<SyntaxTree>((before, change) => editTree(before, [change]), tree);
}
