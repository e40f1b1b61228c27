import { defineRule, fix, type ResourceView, set, template, type Value } from '#kit';

export default defineRule({
  id: 'batch-privileged',
  title: 'Job has all rights on its host',
  on: 'AWS::Batch::JobDefinition',
  severity: 'high',
  category: 'access-control',
  profile: 'essential',
  aspect: 'hardware-virtualization',
  peers: { cfn_nag: ['W34'], guard: ['BATCH_JOB_CONTAINER_PROPERTIES_PRIVILEGED_RULE'], kics: ['76ddf32c'] },
  controls: { 'nist-800-53-r5': ['AC-6', 'CM-6'] },
  why: 'A privileged container is root on its host: whoever breaks into the job has the host, the other jobs on it and their credentials.',
  remedy: 'Set Privileged to false, and add only the Linux capabilities or devices that are needed.',
  references: ['https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html'],
  check(job, report) {
    for (const container of containersOf(job)) {
      const privileged = container.get('Privileged');
      if (!privileged.is(true)) continue;
      report(privileged, `A container of ${job.logicalId} has all rights on its host`, {
        fixes: () => [fix('Take the rights on the host away', 'behaviour', set(privileged, false))],
      });
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Render:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: container
              ContainerProperties:
                Image: render
                Privileged: true
                          # ^^^^
      `,
      good: template`
        Resources:
          Render:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: container
              ContainerProperties:
                Image: render
                Privileged: false
      `,
    },
    {
      name: 'on every node of a job, in development',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Render:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: multinode
              NodeProperties:
                NodeRangeProperties:
                  - Container: {Image: render, Privileged: !If [IsProd, false, true]}
                                                                             # ^^^^
      `,
      good: template`
        Parameters:
          Env: {Type: String, AllowedValues: [dev, prod]}
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Render:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: multinode
              NodeProperties:
                NodeRangeProperties:
                  - Container: {Image: render, Privileged: !If [IsProd, false, false]}
      `,
    },
    {
      name: 'a pod on EKS, and a task on ECS',
      bad: template`
        Resources:
          Pod:
            Type: AWS::Batch::JobDefinition
            Properties:
              EksProperties:
                PodProperties:
                  Containers:
                    - SecurityContext: {Privileged: true}
                                                  # ^^^^
          Task:
            Type: AWS::Batch::JobDefinition
            Properties:
              EcsProperties:
                TaskProperties:
                  - Containers:
                      - {Image: render, Privileged: true}
                                                  # ^^^^
      `,
      good: template`
        Resources:
          Pod:
            Type: AWS::Batch::JobDefinition
            Properties:
              EksProperties:
                PodProperties:
                  Containers:
                    - SecurityContext: {Privileged: false}
          Task:
            Type: AWS::Batch::JobDefinition
            Properties:
              EcsProperties:
                TaskProperties:
                  - Containers:
                      - {Image: render, Privileged: false}
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Privileged: {Type: String}
        Resources:
          Render:
            Type: AWS::Batch::JobDefinition
            Properties: {ContainerProperties: {Image: render, Privileged: !Ref Privileged}}
      `,
    },
  ],
});

/** All that may say Privileged: of one container, of a node range, of a task, of a pod. */
function containersOf(job: ResourceView): readonly Value[] {
  const nodes = job.get('NodeProperties.NodeRangeProperties').items();
  return [job, ...nodes].flatMap((owner) => {
    const pod = owner.get('EksProperties.PodProperties');
    return [
      owner.get(owner === job ? 'ContainerProperties' : 'Container'),
      ...owner
        .get('EcsProperties.TaskProperties')
        .items()
        .flatMap((task) => task.get('Containers').items()),
      ...[...pod.get('Containers').items(), ...pod.get('InitContainers').items()].map((container) =>
        container.get('SecurityContext'),
      ),
    ];
  });
}
