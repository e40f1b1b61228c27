import { defineRule, fix, type Intent, type ResourceView, remove, set, template } from '#kit';

export default defineRule({
  id: 'glue-version',
  title: 'Spark job runs on a version of Glue that gets no more fixes',
  on: 'AWS::Glue::Job',
  severity: 'medium',
  category: 'patching',
  profile: 'recommended',
  aspect: 'platform-patching',
  peers: { security_hub: ['Glue.4'] },
  controls: { 'aws-fsbp': ['Glue.4'], 'nist-800-53-r5': ['SI-2'], 'pci-dss-4': ['6.3.3'] },
  why: 'Glue 0.9, 1.0 and 2.0 run Spark and Python versions that get no security fixes. A job that names no version gets the latest when it is made.',
  remedy: 'Set GlueVersion to 5.0, and test the script against its versions of Spark and Python.',
  references: [
    'https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html',
    'https://docs.aws.amazon.com/glue/latest/dg/migrating-version-50.html',
  ],
  check(job, report) {
    // Python shell and Ray jobs count versions of their own.
    if (!job.get('Command.Name').is('glueetl', 'gluestreaming')) return;
    const version = job.get('GlueVersion');
    if (!version.satisfies((text) => Number.parseFloat(text) < 3)) return;
    report(version, `${job.logicalId} runs on Glue ${version.pattern()}, which gets no more fixes`, {
      fixes: () => {
        const others = adapt(job);
        if (!others) return [];
        return [fix('Run on Glue 5.0 (scripts may need changes)', 'behaviour', set(version, '5.0'), ...others)];
      },
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: '2.0'
                         # ^^^^^
              Command:
                Name: glueetl
      `,
      good: template`
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: '5.0'
              Command:
                Name: glueetl
      `,
    },
    {
      name: 'workers for a capacity, which versions from 2.0 on refuse, and Python 3',
      bad: template`
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: '1.0'
                         # ^^^^^
              MaxCapacity: 10
              Command:
                Name: glueetl
                PythonVersion: '2'
      `,
      good: template`
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: '5.0'
              Command:
                Name: glueetl
                PythonVersion: '3'
              WorkerType: G.1X
              NumberOfWorkers: 10
      `,
    },
    {
      name: 'a capacity of which only the author knows how many workers it takes',
      bad: template`
        Parameters:
          Capacity: {Type: Number}
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: '1.0'
                         # ^^^^^
              AllocatedCapacity: !Ref Capacity
              Command:
                Name: glueetl
      `,
    },
    {
      name: 'in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: !If [IsProd, '4.0', '1.0']
                                             # ^^^^^
              Command: {Name: gluestreaming}
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Load:
            Type: AWS::Glue::Job
            Properties:
              GlueVersion: !If [IsProd, '4.0', '5.0']
              Command: {Name: gluestreaming}
      `,
    },
    {
      name: 'a Python shell job, the latest version, and one that is chosen at deployment',
      silent: template`
        Parameters:
          Version: {Type: String}
        Resources:
          Shell:
            Type: AWS::Glue::Job
            Properties: {GlueVersion: '1.0', Command: {Name: pythonshell}}
          Latest:
            Type: AWS::Glue::Job
            Properties: {Command: {Name: glueetl}}
          Chosen:
            Type: AWS::Glue::Job
            Properties: {GlueVersion: !Ref Version, Command: {Name: glueetl}}
      `,
    },
  ],
});

/**
 * What must change along with the version: from 2.0 on jobs count workers instead of capacity, and know no Python 2. Undefined where
 * the number of workers would be a guess.
 */
function adapt(job: ResourceView): readonly (Intent | undefined)[] | undefined {
  const python = job.get('Command.PythonVersion');
  const capacities = [job.get('MaxCapacity'), job.get('AllocatedCapacity')].filter((capacity) => !capacity.isAbsent);
  const changes = python.is('2') ? [set(python, '3')] : [];
  const [capacity] = capacities;
  if (!capacity) return changes;
  const units = capacity.number();
  if (units === undefined || !Number.isInteger(units) || !job.get('WorkerType').isAbsent) return undefined;
  // A worker of this type is one unit of capacity.
  const workers = [set(job.get('WorkerType'), 'G.1X'), set(job.get('NumberOfWorkers'), units)];
  return [...changes, ...capacities.map(remove), ...workers];
}
