import {
  anyResource,
  canBeNarrowed,
  coversAction,
  defineRule,
  grants,
  IDENTITY_POLICY_TYPES,
  identityPolicyDocuments,
  type Statement,
  statementsOf,
  template,
  type Value,
  withServerlessPeers,
} from '#kit';

const PEERS = { trivy: ['AWS-0057'], cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'] };

/** All objects of a bucket have no other name. */
const OBJECTS_PEERS = { cdk_nag: PEERS.cdk_nag };
/** A condition that names no resource does not count for these. */
const STAR_PEERS = { ...PEERS, cfn_nag: ['W11', 'W12', 'W13'] };
const PASS_PEERS = {
  ...PEERS,
  trivy: [...PEERS.trivy, 'AWS-0342'],
  cfn_nag: ['F38', 'F39', 'F40', ...STAR_PEERS.cfn_nag],
  guard: ['IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE', 'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE'],
};

export default defineRule({
  id: 'iam-policy-partial-wildcard',
  title: 'IAM policy holds a wildcard',
  on: IDENTITY_POLICY_TYPES,
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { ...PASS_PEERS, trivy: [...PASS_PEERS.trivy, 'AWS-0346', 'AWS-0114', 'AWS-0120'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A pattern of actions grows when AWS adds actions, and a pattern of resources when the account does. Often that is meant; it is worth a look.',
  remedy: 'List actions and resources, or suppress the finding with the reason why a pattern is meant.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html'],
  check(identity, report) {
    for (const statement of identityPolicyDocuments(identity).flatMap(statementsOf)) {
      if (!grants(statement) || isReplication(statement)) continue;
      const all = statement.condition.isAbsent ? undefined : anyResource(statement);
      const passing = statement.actions.find(passesRoles);
      const narrowable = passing ?? statement.actions.find(canBeNarrowed);
      if (all && narrowable) {
        report(all, `${identity.logicalId} allows ${narrowable.pattern()} on whatever its condition admits`, {
          peers: withServerlessPeers(identity, passing ? PASS_PEERS : STAR_PEERS),
        });
        continue;
      }
      // The whole of a service, and every resource, are other findings.
      const action = statement.actions.find((each) =>
        each.satisfies((text) => /^[a-z0-9-]+:[^*?]+[*?]|:\*[^*]/i.test(text)),
      );
      const resource = statement.resources.find((each) => /^.*[^*:].*[*]/.test(each.pattern() ?? ''));
      const culprit = action ?? resource;
      if (!culprit) continue;
      report(culprit, `${identity.logicalId} allows what fits the pattern ${culprit.pattern()}`, {
        peers:
          culprit === resource && isObjects(resource)
            ? OBJECTS_PEERS
            : withServerlessPeers(identity, { ...PEERS, trivy: [...PEERS.trivy, ...reachedBy(statement, passing)] }),
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: s3:Get*
                          # ^^^^^^^
                    Resource: arn:aws:s3:::releases/public.zip
      `,
    },
    {
      name: 'a pattern of resources',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: 's3:GetObject', Resource: !If [IsProd, 'arn:aws:s3:::a/b', 'arn:aws:s3:::releases/*']}
                                                                                                     # ^^^^^^^^^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'S3 replicates whole buckets',
      silent: template`
        Resources:
          Copies:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: ['s3:ReplicateObject', 's3:ReplicateDelete']
                    Resource: arn:aws:s3:::copies/*
      `,
    },
    {
      name: 'a denial may be as wide as it likes',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Deny, Action: 's3:Delete*', Resource: '*'}
      `,
    },
    {
      name: 'actions and resources are parameters without default',
      silent: template`
        Parameters:
          Action: {Type: String}
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - {Effect: Allow, Action: !Ref Action, Resource: !Ref Action}
      `,
    },
    {
      name: 'a condition, but no resource',
      bad: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: rds:CreateDBInstance
                    Resource: '*'
                            # ^^^
                    Condition:
                      StringEquals: {rds:DatabaseEngine: mysql}
      `,
    },
    {
      name: 'every role may be passed to one service',
      bad: template`
        Resources:
          Deploy:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: iam:PassRole
                    Resource: '*'
                            # ^^^
                    Condition:
                      StringEquals: {iam:PassedToService: ecs-tasks.amazonaws.com}
      `,
    },
    {
      name: 'an action that knows no resource',
      silent: template`
        Resources:
          App:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement:
                  - Effect: Allow
                    Action: cloudwatch:PutMetricData
                    Resource: '*'
                    Condition:
                      StringEquals: {cloudwatch:namespace: App}
      `,
    },
  ],
});

/** S3 replicates all objects of a bucket: its role cannot name them one by one. */
function isReplication({ actions }: Statement): boolean {
  return actions.length > 0 && actions.every((action) => action.satisfies((text) => REPLICATION.test(text)));
}

const REPLICATION = /^s3:(GetObjectVersion(Acl|ForReplication|Tagging)|Replicate(Object|Delete|Tags))$/;

function passesRoles(action: Value): boolean {
  return action.satisfies((text) => coversAction(text, 'iam:PassRole'));
}

/** The checks on passing roles, and on the objects of all buckets. */
function reachedBy({ actions, resources, condition }: Statement, passing: Value | undefined): readonly string[] {
  if (passing) return ['AWS-0342'];
  const hasAllBuckets = resources.some((each) => /^arn:[^:]*:s3:::\*/.test(each.pattern() ?? ''));
  const hasObjects = actions.some((each) => each.satisfies((text) => /^s3:(?:get|put)/i.test(text)));
  return hasAllBuckets && hasObjects && condition.isAbsent ? ['AWS-0346'] : [];
}

function isObjects(resource: Value): boolean {
  return /^arn:[^:]*(?::aws)?:s3:::[^*]+\/\*$/.test(resource.pattern()?.replace('${AWS::Partition}', 'aws') ?? '');
}
