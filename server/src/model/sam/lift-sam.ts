import type { MapEntry, MapNode } from '#syntax';
import { entryNamed, isNull, plainMap, valueNamed } from '../read-node.ts';
import type { LiftedMap, Resource } from '../template.ts';
import { liftApi, liftHttpApi } from './api.ts';
import { executionRole } from './execution-role.ts';
import { mergeGlobals } from './globals.ts';
import { liftGraphQlApi } from './graph-ql-api.ts';
import {
  liftedEntry,
  liftedList,
  liftedMap,
  renamed,
  unwritable,
  withEntry,
  wrapped,
  writableAt,
} from './lifted-map.ts';

/**
 * The CloudFormation resources that SAM makes of a resource, with Globals merged in; the resource itself when it is no SAM
 * resource, or one that becomes nothing with a security property of its own. Values stay the authored nodes, so findings and fixes
 * land on authored lines.
 */
export function liftSam(resource: Resource, globals: MapNode | undefined): readonly Resource[] {
  const kind = resource.authoredType.replace(/^AWS::Serverless::/, '');
  // Types are the author's words, `constructor` among them.
  const lift = kind !== resource.authoredType && Object.hasOwn(LIFTS, kind) ? LIFTS[kind] : undefined;
  return lift ? lift(resource, mergeGlobals(resource, globals, kind)) : [resource];
}

/** What `AWS::Serverless::SimpleTable` takes as CloudFormation has it (AWS SAM specification). */
const TABLE_PROPERTIES = ['PointInTimeRecoverySpecification', 'ProvisionedThroughput', 'SSESpecification', 'TableName'];

type Lift = (resource: Resource, properties: LiftedMap) => readonly Resource[];

const LIFTS: { readonly [kind: string]: Lift } = {
  Function: liftFunction,
  Api: liftApi,
  HttpApi: liftHttpApi,
  SimpleTable: (resource, properties) => [
    {
      ...resource,
      type: 'AWS::DynamoDB::Table',
      properties: writableAt(renamed(properties, { PrimaryKey: undefined }), TABLE_PROPERTIES),
    },
  ],
  StateMachine: (resource, properties) => [
    {
      ...resource,
      type: 'AWS::StepFunctions::StateMachine',
      properties: renamed(properties, {
        Logging: 'LoggingConfiguration',
        Tracing: 'TracingConfiguration',
        Type: 'StateMachineType',
        Name: 'StateMachineName',
        Role: 'RoleArn',
        Policies: undefined,
        Events: undefined,
      }),
    },
    ...executionRole(resource, properties, 'states.amazonaws.com'),
  ],
  LayerVersion: (resource, properties) => [
    { ...resource, type: 'AWS::Lambda::LayerVersion', properties: renamed(properties, { ContentUri: 'Content' }) },
  ],
  Application: (resource, properties) => [
    { ...resource, type: 'AWS::CloudFormation::Stack', properties: renamed(properties, { Location: 'TemplateURL' }) },
  ],
  GraphQLApi: liftGraphQlApi,
};

function liftFunction(resource: Resource, properties: LiftedMap): readonly Resource[] {
  const plain = renamed(properties, {
    Tracing: undefined,
    DeadLetterQueue: undefined,
    InlineCode: undefined,
    CodeUri: undefined,
    Policies: undefined,
    Events: undefined,
    FunctionUrlConfig: undefined,
    Tags: undefined,
  });
  const queue = plainMap(valueNamed(properties, 'DeadLetterQueue'));
  const queueKey = entryNamed(properties, 'DeadLetterQueue')?.key;
  const lambda = [
    wrapped(properties, 'Tracing', 'TracingConfig', 'Mode', resource),
    wrapped(properties, 'InlineCode', 'Code', 'ZipFile', resource),
    tagList(properties),
    queue && queueKey && liftedEntry('DeadLetterConfig', liftedMap(queue.entries, unwritable, queue), queueKey),
  ].reduce(withEntry, plain);
  return [
    { ...resource, type: 'AWS::Lambda::Function', properties: lambda },
    ...executionRole(resource, properties, 'lambda.amazonaws.com'),
    ...functionUrl(resource, properties),
  ];
}

/** SAM has tags as a map where CloudFormation has a list. */
function tagList(properties: LiftedMap): MapEntry | undefined {
  const tags = entryNamed(properties, 'Tags');
  if (!tags || isNull(tags.value)) return undefined;
  const map = plainMap(tags.value);
  const items = map?.entries.map(({ key, value }) =>
    liftedMap([liftedEntry('Key', key, key), liftedEntry('Value', value, key)], unwritable, key),
  );
  return liftedEntry('Tags', items ? liftedList(items, tags.value) : tags.value, tags.key);
}

function functionUrl(resource: Resource, properties: LiftedMap): readonly Resource[] {
  const entry = entryNamed(properties, 'FunctionUrlConfig');
  const config = entry && !isNull(entry.value) ? plainMap(entry.value) : undefined;
  if (!config) return [];
  const map = liftedMap(config.entries, (key) => ({ at: config, path: [key] }), config);
  return [{ ...resource, logicalId: `${resource.logicalId}Url`, type: 'AWS::Lambda::Url', properties: map }];
}
