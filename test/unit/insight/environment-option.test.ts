import { expect, it } from 'vitest';
import { environmentOption } from '#insight';
import { ask } from './ask.ts';

const option = (properties: string) =>
  ask(
    `Parameters: {Name: {Type: String}, Env: {Type: String, AllowedValues: [dev, prod]}}
Conditions: {IsProd: !Equals [!Ref Env, prod]}
Resources:
  Saved:
    Type: AWS::ElasticBeanstalk::ConfigurationTemplate
    Properties: {OptionSettings: [{Namespace: app, OptionName: Level, Value: saved}]}
  Derived:
    Type: AWS::ElasticBeanstalk::ConfigurationTemplate
    Properties: {EnvironmentId: e-1}
  Shop: {Type: AWS::ElasticBeanstalk::Environment, Properties: {${properties}}}
`,
    'Shop',
    'AWS::ElasticBeanstalk::Environment',
    (environment) => {
      const value = environmentOption(environment, 'app', 'Level');
      return typeof value === 'object' ? (value.text() ?? 'unknown text') : (value ?? 'unknown');
    },
  );

it.each([
  ['ApplicationName: shop', ['unset']],
  ['OptionSettings: [{Namespace: app, OptionName: Level, Value: high}]', ['high']],
  ['OptionSettings: [{Namespace: other, OptionName: Level, Value: high}]', ['unset']],
  ['OptionSettings: [{Namespace: app, OptionName: !Ref Name, Value: high}]', ['unknown']],
  ['OptionSettings: !ImportValue Options', ['unknown']],
  ['TemplateName: !Ref Saved', ['saved']],
  ['TemplateName: !Ref Saved, OptionSettings: [{Namespace: app, OptionName: Level, Value: own}]', ['own']],
  ['TemplateName: !Ref Derived', ['unknown']],
  ['TemplateName: by-hand', ['unknown']],
  [
    'TemplateName: !If [IsProd, !Ref Saved, !Ref AWS::NoValue]',
    ['saved when IsProd is true', 'unset when IsProd is false'],
  ],
])('%s: %s', (properties, answers) => expect(option(properties)).toEqual(answers));
