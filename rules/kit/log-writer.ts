import type { Fragment } from '#edit';
import type { ResourceView } from '#evaluate';
import { companion } from './companion.ts';

/** Who writes logs, and where to. */
export interface LogWriter {
  readonly service: string;
  /** Beside creating log streams and putting events into them. */
  readonly actions?: readonly string[];
  /** The ARN, or a pattern of ARNs, of the log groups. */
  readonly groups: Fragment;
  /** Whether the service says on whose behalf it asks; then for this account only. */
  readonly isSourced?: boolean;
}

/** The body of a role that lets a service write to log groups, and no more. */
export function logWriterBody(of: ResourceView, { service, actions = [], groups, isSourced }: LogWriter): Fragment {
  const trust: Fragment = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  const source: Fragment = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  const write: Fragment = {
    Effect: 'Allow',
    Action: [...actions, 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: groups,
  };
  return companion(of, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [isSourced ? { ...trust, Condition: source } : trust],
    },
    Policies: [{ PolicyName: 'WriteLogs', PolicyDocument: { Version: '2012-10-17', Statement: [write] } }],
  });
}
