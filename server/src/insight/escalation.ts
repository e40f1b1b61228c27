import type { Value } from '#evaluate';
import { everyAction, grants, type Statement } from './policy.ts';
import { anyResource, coversCertainly, isDenied } from './reach.ts';

/** A way from a few permissions to all of them. */
export interface Escalation {
  /** The actions that together make it, the first one being what the finding points at. */
  readonly actions: readonly string[];
  /** What whoever has them can do, as the end of a sentence: `attach any policy to his own user`. */
  readonly gain: string;
}

/**
 * Combinations of actions that let an identity make itself more powerful, each of its actions allowed on every resource. Reasoned
 * from what the actions do (IAM service authorization reference): new permissions, someone else's credentials, or code that
 * runs with a role that can be passed.
 */
const ESCALATIONS: readonly Escalation[] = [
  { actions: ['iam:CreatePolicyVersion'], gain: 'rewrite the policies it is under' },
  { actions: ['iam:SetDefaultPolicyVersion'], gain: 'bring an earlier, wider version of a policy back' },
  { actions: ['iam:AttachUserPolicy'], gain: 'attach AdministratorAccess to a user' },
  { actions: ['iam:AttachGroupPolicy'], gain: 'attach AdministratorAccess to a group' },
  { actions: ['iam:AttachRolePolicy'], gain: 'attach AdministratorAccess to a role' },
  { actions: ['iam:PutUserPolicy'], gain: 'write an administrator policy into a user' },
  { actions: ['iam:PutGroupPolicy'], gain: 'write an administrator policy into a group' },
  { actions: ['iam:PutRolePolicy'], gain: 'write an administrator policy into a role' },
  { actions: ['iam:AddUserToGroup'], gain: 'join an administrators’ group' },
  { actions: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'], gain: 'let itself into every role' },
  { actions: ['iam:CreateAccessKey'], gain: 'make access keys for any user' },
  { actions: ['iam:CreateLoginProfile'], gain: 'give any user a password' },
  { actions: ['iam:UpdateLoginProfile'], gain: 'change any user’s password' },
  { actions: ['iam:PassRole', 'ec2:RunInstances'], gain: 'start an instance with any role and use its credentials' },
  { actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], gain: 'run code with any role' },
  { actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:AddPermission'], gain: 'run code with any role' },
  {
    actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    gain: 'run code with any role',
  },
  { actions: ['lambda:UpdateFunctionCode'], gain: 'run code with the role of any function' },
  { actions: ['iam:PassRole', 'cloudformation:CreateStack'], gain: 'create resources with any role' },
  { actions: ['iam:PassRole', 'cloudformation:UpdateStack'], gain: 'change resources with any role' },
  { actions: ['iam:PassRole', 'glue:CreateDevEndpoint'], gain: 'log in to an endpoint with any role' },
  { actions: ['iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'], gain: 'run a job with any role' },
  { actions: ['iam:PassRole', 'glue:UpdateJob', 'glue:StartJobRun'], gain: 'run a job with any role' },
  { actions: ['glue:UpdateDevEndpoint'], gain: 'log in to an endpoint with its role' },
  {
    actions: ['iam:PassRole', 'datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
    gain: 'run commands with any role',
  },
  { actions: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'], gain: 'run a container with any role' },
  {
    actions: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    gain: 'run a container with any role',
  },
  { actions: ['iam:PassRole', 'codebuild:CreateProject', 'codebuild:StartBuild'], gain: 'run a build with any role' },
  {
    actions: ['iam:PassRole', 'sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    gain: 'open a notebook with any role',
  },
  { actions: ['iam:PassRole', 'sagemaker:CreateProcessingJob'], gain: 'run a job with any role' },
  { actions: ['iam:PassRole', 'sagemaker:CreateTrainingJob'], gain: 'run a job with any role' },
  {
    actions: ['iam:PassRole', 'states:CreateStateMachine', 'states:StartExecution'],
    gain: 'call any service with any role',
  },
  {
    actions: ['iam:PassRole', 'autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
    gain: 'start instances with any role',
  },
  { actions: ['iam:PassRole', 'ssm:StartAutomationExecution'], gain: 'run an automation with any role' },
  { actions: ['iam:PassRole', 'scheduler:CreateSchedule'], gain: 'call any service with any role' },
  { actions: ['sts:AssumeRole'], gain: 'take every role that trusts the account' },
];

/**
 * The ways up that the statements of one policy document open, each with the pattern that allows its first action. Conditions,
 * named resources and unconditional denials close them; so do documents that allow everything, which is a finding of its own.
 */
export function escalationsOf(
  statements: readonly Statement[],
): readonly { readonly way: Escalation; readonly pattern: Value }[] {
  const open = statements.filter(
    (statement) => grants(statement) && statement.condition.isAbsent && anyResource(statement) !== undefined,
  );
  const patterns = open.flatMap(({ actions }) => actions);
  if (patterns.length === 0 || patterns.some(everyAction)) return [];
  const denials = statements.filter((statement) => statement.effect.is('Deny'));
  const allowing = new Map<string, Value | undefined>();
  const find = (action: string) => {
    if (!allowing.has(action)) {
      const pattern = patterns.find((each) => coversCertainly(each, action));
      allowing.set(action, pattern && !isDenied(action, denials) ? pattern : undefined);
    }
    return allowing.get(action);
  };
  return ESCALATIONS.flatMap((way) => {
    const [pattern, ...others] = way.actions.map(find);
    return pattern && others.every((other) => other !== undefined) ? [{ way, pattern }] : [];
  });
}
