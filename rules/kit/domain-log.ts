import type { Fix } from '#edit';
import type { ResourceView, Value } from '#evaluate';
import { companion } from './companion.ts';
import { addResource, append, fix, set } from './fix.ts';

/** Publishes a log of a search domain to a new log group; the domain waits for the policy that lets the service write to it. */
export function publishDomainLog(domain: ResourceView, log: Value, title: string): Fix | undefined {
  const group = `${domain.logicalId}Logs`;
  const policy = `${group}Policy`;
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'es.amazonaws.com' },
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `\${${group}.Arn}`,
  };
  const policyBody = companion(domain, 'AWS::Logs::ResourcePolicy', {
    PolicyName: { 'Fn::Sub': `\${AWS::StackName}-${group}` },
    PolicyDocument: { 'Fn::Sub': JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) },
  });
  return fix(
    title,
    'cost',
    addResource(group, companion(domain, 'AWS::Logs::LogGroup', { RetentionInDays: 365 }), domain),
    addResource(policy, policyBody, domain),
    append(domain.attribute('DependsOn'), policy),
    set(log, { Enabled: true, CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': [group, 'Arn'] } }),
  );
}

/** Whether what a log is published to certainly is no log group. */
export function isNoLogGroup(group: Value): boolean {
  return group.isAbsent || group.isList || group.satisfies((arn) => arn === '' || /^\d+$/.test(arn));
}
