import { expect, it } from 'vitest';
import { secretExposure } from '#insight';
import { ask } from './ask.ts';

const PARAMETERS = `Parameters:
  Shown: {Type: String}
  Hidden: {Type: String, NoEcho: true}
  Preset: {Type: String, NoEcho: true, Default: correct-horse}
`;

const exposures = (password: string) =>
  ask(
    `${PARAMETERS}Resources:
  Orders:
    Type: AWS::Redshift::Cluster
    Properties:
      MasterUserPassword: ${password}
`,
    'Orders',
    'AWS::Redshift::Cluster',
    (cluster) => secretExposure(cluster.get('MasterUserPassword'), cluster.template)?.kind ?? 'none',
  );

it.each(['!Ref Shown', "!Sub '${Shown}'"])('sees the parameter that is shown in %s', (password) =>
  expect(exposures(password)).toEqual(['echo']),
);

it.each(['!Ref Preset', "!Sub '${Preset}'"])('sees the default of the parameter in %s', (password) =>
  expect(exposures(password)).toEqual([
    'default when Preset is left at its default',
    'none when Preset is not correct-horse',
  ]),
);

it.each(['!Ref Hidden', "!Sub '${Hidden}'"])('leaves the hidden parameter in %s alone', (password) =>
  expect(exposures(password)).toEqual(['none']),
);
