import { CLASS_DUTIES } from './classes.ts';
import { derivedService } from './derived-service.ts';
import { partAspects } from './parts.ts';
import { SERVICES } from './services/index.ts';
import type {
  Aspect,
  AspectResponsibility,
  Duty,
  DutyProperty,
  ResourceResponsibility,
  ServiceKnowledge,
} from './types.ts';
import { ASPECTS } from './types.ts';

/**
 * Whose remit each aspect of a resource type is. Any `Custom::Name` is CloudFormation's custom resource. `undefined` for types
 * that are not of AWS, and for namespaces nobody has named yet.
 */
export function responsibilityOf(type: string): ResourceResponsibility | undefined {
  const known = answers.get(type);
  if (known) return known;
  const answer = resolve(type.startsWith('Custom::') ? CUSTOM_RESOURCE : type);
  // Only what exists is kept: names come from templates, and any text may stand there.
  if (answer && answers.size < ANSWERS_KEPT) answers.set(type, answer);
  return answer;
}

/** A service written by hand, by its id; those that CloudFormation cannot create are found only so. */
export function serviceById(id: string): ServiceKnowledge | undefined {
  return SERVICES.find((service) => service.id === id);
}

const CUSTOM_RESOURCE = 'AWS::CloudFormation::CustomResource';
const ANSWERS_KEPT = 4096;
const answers = new Map<string, ResourceResponsibility>();

function resolve(type: string): ResourceResponsibility | undefined {
  const byHand = serviceByHand(type);
  const service = byHand ?? derivedService(type);
  if (!service) return undefined;
  const { id, name, summary, link, since } = service;
  return {
    type,
    service: { id, name, summary, link, ...(since && { since }), byHand: byHand !== undefined },
    class: service.class,
    aspects: ASPECTS.map((aspect) => aspectOf(type, service, aspect)),
  };
}

function aspectOf(type: string, service: ServiceKnowledge, aspect: Aspect): AspectResponsibility {
  const inherited = CLASS_DUTIES[service.class][aspect];
  const special = bestMatch(service.overrides ?? {}, type)?.[aspect];
  const duty = special ?? service.aspects[aspect] ?? inherited;
  const reason = special ? undefined : notApplicable(type, service, aspect, duty);
  return {
    aspect,
    who: duty.who,
    sentence: reason ?? duty.sentence,
    notes: reason === undefined ? (duty.notes ?? []) : [],
    properties: reason === undefined ? listProperties(duty, type) : [],
    link: duty.link ?? service.link,
    ...(duty.since && reason === undefined && { since: duty.since }),
    inherited: duty === inherited,
    applicable: reason === undefined,
  };
}

/** Why an aspect means nothing for a type; `undefined` where it does mean something. */
function notApplicable(type: string, service: ServiceKnowledge, aspect: Aspect, duty: Duty): string | undefined {
  const reason = service.notApplicable?.[aspect];
  if (reason !== undefined) return reason;
  // What AWS does, it does for the whole service: only the author's duties have a resource on which they lie.
  if (duty.who === 'aws' || aspect === 'account-credentials') return undefined;
  const carried = bestMatch(service.carries ?? {}, type) ?? partAspects(type);
  if (!carried || carried.includes(aspect)) return undefined;
  return `This duty of ${service.name} lies on other resources, not on ${shortName(type)}.`;
}

function listProperties(duty: Duty, type: string): readonly DutyProperty[] {
  const groups = Object.entries(duty.properties ?? {}).sort(([a], [b]) => Number(b === type) - Number(a === type));
  return groups.flatMap(([owner, paths]) => paths.map((path) => ({ type: owner, path })));
}

function shortName(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}

function serviceByHand(type: string): ServiceKnowledge | undefined {
  index ??= indexServices();
  const exact = index.exact.get(type);
  if (exact) return exact;
  let best: { readonly prefix: string; readonly service: ServiceKnowledge } | undefined;
  for (const entry of index.prefixes) {
    if (type.startsWith(entry.prefix) && entry.prefix.length > (best?.prefix.length ?? 0)) best = entry;
  }
  return best?.service;
}

interface ServiceIndex {
  readonly exact: ReadonlyMap<string, ServiceKnowledge>;
  readonly prefixes: readonly { readonly prefix: string; readonly service: ServiceKnowledge }[];
}

let index: ServiceIndex | undefined;

function indexServices(): ServiceIndex {
  const exact = new Map<string, ServiceKnowledge>();
  const prefixes: { prefix: string; service: ServiceKnowledge }[] = [];
  for (const service of SERVICES) {
    for (const type of service.types) {
      const prefix = type.endsWith('::') ? type : type.endsWith('*') ? type.slice(0, -1) : undefined;
      if (prefix === undefined) exact.set(type, service);
      else prefixes.push({ prefix, service });
    }
  }
  return { exact, prefixes };
}

/** The entry for a type: its own, or that of the longest beginning written with a `*`. */
function bestMatch<T>(entries: { readonly [pattern: string]: T }, type: string): T | undefined {
  if (Object.hasOwn(entries, type)) return entries[type];
  let best: string | undefined;
  for (const pattern of Object.keys(entries)) {
    if (!pattern.endsWith('*') || !type.startsWith(pattern.slice(0, -1))) continue;
    if (pattern.length > (best?.length ?? 0)) best = pattern;
  }
  return best === undefined ? undefined : entries[best];
}
