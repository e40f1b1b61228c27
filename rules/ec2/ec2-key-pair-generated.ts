import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 'ec2-key-pair-generated',
  title: 'Private key of a key pair is kept by AWS',
  on: 'AWS::EC2::KeyPair',
  severity: 'low',
  category: 'secrets',
  profile: 'strict',
  aspect: 'account-credentials',
  peers: {},
  controls: { 'nist-800-53-r5': ['IA-5', 'SC-12'] },
  why: 'Without public key material AWS makes the pair and puts the private key into Parameter Store, where it stays for whoever may read the parameter. Given a public key, AWS never sees the private one; with Session Manager no key is needed at all.',
  remedy: 'Give the public half of a pair made elsewhere in PublicKeyMaterial.',
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-keypair.html'],
  check(pair, report) {
    const material = pair.get('PublicKeyMaterial');
    if (!material.isAbsent) return;
    report(material, `The private key of ${pair.logicalId} is kept in Parameter Store`, {
      fixes: [
        fix(
          'Take the public key from a parameter (replaces the key pair)',
          'replacement',
          set(material, { Ref: 'SshPublicKey' }),
          addParameter('SshPublicKey', {
            Type: 'String',
            Description: 'The public half of the key pair, in OpenSSH format',
            AllowedPattern: '^ssh-(rsa|ed25519) [A-Za-z0-9+/=]+( .*)?$',
          }),
        ),
      ],
    });
  },
  examples: [
    {
      bad: template`
        Resources:
          Admin:
        # ^^^^^
            Type: AWS::EC2::KeyPair
            Properties:
              KeyName: admin
      `,
      good: template`
        Parameters:
          SshPublicKey:
            Type: String
            Description: The public half of the key pair, in OpenSSH format
            AllowedPattern: '^ssh-(rsa|ed25519) [A-Za-z0-9+/=]+( .*)?$'
        Resources:
          Admin:
            Type: AWS::EC2::KeyPair
            Properties:
              KeyName: admin
              PublicKeyMaterial: !Ref SshPublicKey
      `,
    },
    {
      when: 'HasKey is false',
      bad: template`
        Parameters:
          Key: {Type: String}
        Conditions:
          HasKey: !Not [!Equals [!Ref Key, '']]
        Resources:
          Admin:
            Type: AWS::EC2::KeyPair
            Properties:
              KeyName: admin
              PublicKeyMaterial: !If [HasKey, !Ref Key, !Ref AWS::NoValue]
            # ^^^^^^^^^^^^^^^^^
      `,
    },
    {
      name: 'a key without default is given',
      silent: template`
        Parameters:
          Key: {Type: String}
        Resources:
          Admin:
            Type: AWS::EC2::KeyPair
            Properties:
              KeyName: admin
              PublicKeyMaterial: !Ref Key
      `,
    },
  ],
});
