import { defineRule, template } from '#kit';

export default defineRule({
  id: 'memorydb-open-access',
  title: 'MemoryDB cluster asks nobody who they are',
  on: 'AWS::MemoryDB::Cluster',
  severity: 'high',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: {},
  controls: { 'nist-800-53-r5': ['AC-3', 'AC-6'], 'pci-dss-4': ['7.2.2'] },
  why: 'The ACL open-access lets whoever reaches the port read, change and empty the database.',
  remedy: 'Make an ACL of users and name it.',
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html'],
  check(cluster, report) {
    const acl = cluster.get('ACLName');
    if (acl.is('open-access')) report(acl, `${cluster.logicalId} lets in whoever reaches its port`);
  },
  examples: [
    {
      bad: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              ACLName: open-access
                     # ^^^^^^^^^^^
      `,
    },
    {
      name: 'in one environment only',
      when: 'IsProd is false',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsProd: !Equals [!Ref Env, prod]
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              ACLName: !If [IsProd, sessions, open-access]
                                            # ^^^^^^^^^^^
      `,
    },
    {
      name: 'the name is required',
      silent: template`
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
      `,
    },
    {
      name: 'a parameter without default decides',
      silent: template`
        Parameters:
          Setting:
            Type: String
        Resources:
          Sessions:
            Type: AWS::MemoryDB::Cluster
            Properties:
              ClusterName: sessions
              ACLName: !Ref Setting
      `,
    },
  ],
});
