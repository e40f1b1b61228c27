import {
  anyResource,
  canBeNarrowed,
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

const PEERS = { trivy: ['AWS-0057', 'AWS-0346'], cdk_nag: ['IAMNoWildcardPermissions', 'AwsSolutions-IAM5'] };

/** All objects of a bucket have no other name. */
const OBJECTS_PEERS = { cdk_nag: PEERS.cdk_nag };
/** A condition that names no resource does not count for these. */
const STAR_PEERS = { ...PEERS, cfn_nag: ['W11', 'W12', 'W13'] };

export default defineRule({
  id: 'iam-policy-partial-wildcard',
  title: 'IAM policy holds a wildcard',
  on: IDENTITY_POLICY_TYPES,
  severity: 'low',
  category: 'access-control',
  profile: 'strict',
  aspect: 'identity-access',
  peers: { ...STAR_PEERS, trivy: [...PEERS.trivy, 'AWS-0114', 'AWS-0120'] },
  controls: { 'nist-800-53-r5': ['AC-6'] },
  why: 'A pattern of actions grows when AWS adds actions, and a pattern of resources when the account does. Often that is meant; it is worth a look.',
  remedy: 'List actions and resources, or suppress the finding with the reason why a pattern is meant.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html'],
  check(identity, report) {
    for (const statement of identityPolicyDocuments(identity).flatMap(statementsOf)) {
      if (!grants(statement) || isReplication(statement)) continue;
      const all = statement.condition.isAbsent ? undefined : anyResource(statement);
      const narrowable = all && statement.actions.find(canBeNarrowed);
      if (all && narrowable) {
        report(all, `${identity.logicalId} allows ${narrowable.pattern()} on whatever its condition admits`, {
          peers: withServerlessPeers(identity, STAR_PEERS),
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
        peers: culprit === resource && isObjects(resource) ? OBJECTS_PEERS : withServerlessPeers(identity, PEERS),
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

function isObjects(resource: Value): boolean {
  return /^arn:[^:]*(?::aws)?:s3:::[^*]+\/\*$/.test(resource.pattern()?.replace('${AWS::Partition}', 'aws') ?? '');
}
