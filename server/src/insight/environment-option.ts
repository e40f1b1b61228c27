import type { ResourceView, Value } from '#evaluate';

/**
 * The value of an option of an Elastic Beanstalk environment, set by the environment itself or by the configuration of this template
 * that it names; `unset` when both certainly leave it out. Undefined when the template does not tell: a configuration kept elsewhere, or
 * options that are chosen at deployment. What the source bundle sets (.ebextensions) is not seen.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html
 */
export function environmentOption(
  environment: ResourceView,
  namespace: string,
  name: string,
): Value | 'unset' | undefined {
  const settings = environment.get('OptionSettings');
  if (settings.isOpen) return undefined;
  for (const option of settings.items()) {
    const at = [option.get('Namespace'), option.get('OptionName')] as const;
    if (at[0].isNot(namespace) || at[1].isNot(name)) continue;
    return at[0].is(namespace) && at[1].is(name) ? option.get('Value') : undefined;
  }
  const sources = ['TemplateName', 'SourceConfiguration', 'EnvironmentId'].map((key) => environment.get(key));
  const [source] = sources.filter((each) => !each.isAbsent);
  if (!source) return 'unset';
  const target = source.target()?.resource;
  const isHere = target?.type === 'AWS::ElasticBeanstalk::ConfigurationTemplate';
  return isHere ? environmentOption(target, namespace, name) : undefined;
}
