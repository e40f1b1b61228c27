/** A language of Lambda: its newest runtime, those before it, and since when which of them get no patches. */
interface Language {
  readonly newest: string;
  /** `name` or `name since YYYY-MM-DD`. */
  readonly before: readonly string[];
}

/**
 * Runtimes and the days of their deprecation, as of November 2026.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const LANGUAGES: readonly Language[] = [
  {
    newest: 'nodejs24.x',
    before: [
      'nodejs since 2016-10-31',
      'nodejs4.3 since 2020-03-05',
      'nodejs4.3-edge since 2020-03-05',
      'nodejs6.10 since 2019-08-12',
      'nodejs8.10 since 2020-03-06',
      'nodejs10.x since 2021-07-30',
      'nodejs12.x since 2023-03-31',
      'nodejs14.x since 2023-12-04',
      'nodejs16.x since 2024-06-12',
      'nodejs18.x since 2025-09-01',
      'nodejs20.x since 2026-04-30',
      'nodejs22.x',
    ],
  },
  {
    newest: 'python3.14',
    before: [
      'python2.7 since 2021-07-15',
      'python3.6 since 2022-07-18',
      'python3.7 since 2023-12-04',
      'python3.8 since 2024-10-14',
      'python3.9 since 2025-12-15',
      'python3.10 since 2026-10-31',
      'python3.11',
      'python3.12',
      'python3.13',
    ],
  },
  {
    newest: 'ruby4.0',
    before: ['ruby2.5 since 2021-07-30', 'ruby2.7 since 2023-12-07', 'ruby3.2 since 2026-03-31', 'ruby3.3', 'ruby3.4'],
  },
  { newest: 'java25', before: ['java8 since 2024-01-08', 'java8.al2', 'java11', 'java17', 'java21'] },
  {
    newest: 'provided.al2023',
    before: ['go1.x since 2024-01-08', 'provided since 2024-01-08', 'provided.al2 since 2026-07-31'],
  },
  {
    newest: 'dotnet10',
    before: [
      'dotnetcore1.0 since 2019-06-27',
      'dotnetcore2.0 since 2019-05-30',
      'dotnetcore2.1 since 2022-01-05',
      'dotnetcore3.1 since 2023-04-03',
      'dotnet5.0 since 2022-05-10',
      'dotnet6 since 2024-12-20',
      'dotnet7 since 2024-05-14',
      'dotnet8 since 2026-11-10',
    ],
  },
];

/** A runtime that is not the newest of its language. */
export interface OlderRuntime {
  readonly name: string;
  /** The day from which it gets no patches, when that has passed. */
  readonly deprecated: string | undefined;
  readonly newest: string;
}

/** All runtimes of Lambda but the newest of each language. */
export const OLDER_RUNTIMES: readonly OlderRuntime[] = LANGUAGES.flatMap(({ newest, before }) =>
  before.map((text) => {
    const [name = text, deprecated] = text.split(' since ');
    return { name, deprecated, newest };
  }),
);
