import { addParameter, defineRule, fix, set, template } from '#kit';

export default defineRule({
  id: 's3-bucket-cors',
  title: 'S3 bucket lets any website write from a browser',
  on: 'AWS::S3::Bucket',
  severity: 'medium',
  category: 'access-control',
  profile: 'recommended',
  aspect: 'identity-access',
  peers: { kics: ['3609d27c'] },
  controls: { 'nist-800-53-r5': ['AC-4'] },
  why: 'A CORS rule for every origin lets scripts of any website use the signed URLs and credentials in a visitor’s browser, and see the answers. For reads of public files that is the purpose; for PUT, POST and DELETE it is not.',
  remedy: 'List the origins that your own pages are served from.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html'],
  check(bucket, report) {
    for (const rule of bucket.get('CorsConfiguration.CorsRules').items()) {
      const origin = rule
        .get('AllowedOrigins')
        .items()
        .find((item) => item.is('*', 'http://*', 'https://*'));
      const methods = rule
        .get('AllowedMethods')
        .items()
        .filter((item) => item.is('PUT', 'POST', 'DELETE'));
      if (!origin || methods.length === 0) continue;
      report(
        origin,
        `${bucket.logicalId} lets any website use ${methods.map((item) => item.pattern()).join(' and ')}`,
        {
          fixes: [
            fix(
              'Let in one origin, which a parameter names',
              'behaviour',
              set(origin, { Ref: 'AllowedOrigin' }),
              addParameter('AllowedOrigin', {
                Type: 'String',
                Description: 'The origin of the pages that may use the bucket, such as https://www.example.com',
                AllowedPattern: '^https://[A-Za-z0-9.-]+(:[0-9]+)?$',
              }),
            ),
          ],
        },
      );
    }
  },
  examples: [
    {
      bad: template`
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [GET, PUT]
                    AllowedOrigins: ['*']
                                   # ^^^
      `,
      good: template`
        Parameters:
          AllowedOrigin:
            Type: String
            Description: The origin of the pages that may use the bucket, such as https://www.example.com
            AllowedPattern: '^https://[A-Za-z0-9.-]+(:[0-9]+)?$'
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [GET, PUT]
                    AllowedOrigins: [!Ref AllowedOrigin]
      `,
    },
    {
      when: 'IsDev is true',
      bad: template`
        Parameters:
          Env:
            Type: String
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [POST]
                    AllowedOrigins:
                      - !If [IsDev, 'http://*', 'https://www.example.com']
                                  # ^^^^^^^^^^
      `,
      good: template`
        Parameters:
          Env:
            Type: String
          AllowedOrigin:
            Type: String
            Description: The origin of the pages that may use the bucket, such as https://www.example.com
            AllowedPattern: '^https://[A-Za-z0-9.-]+(:[0-9]+)?$'
        Conditions:
          IsDev: !Equals [!Ref Env, dev]
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [POST]
                    AllowedOrigins:
                      - !If [IsDev, !Ref AllowedOrigin, 'https://www.example.com']
      `,
    },
    {
      name: 'files for everyone may be read by every page',
      silent: template`
        Resources:
          Fonts:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [GET, HEAD]
                    AllowedOrigins: ['*']
      `,
    },
    {
      name: 'an origin without default is unknown',
      silent: template`
        Parameters:
          Origin:
            Type: String
        Resources:
          Uploads:
            Type: AWS::S3::Bucket
            Properties:
              CorsConfiguration:
                CorsRules:
                  - AllowedMethods: [PUT]
                    AllowedOrigins: [!Ref Origin]
      `,
    },
  ],
});
