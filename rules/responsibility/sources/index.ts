/** What AWS's paper says of its own and of the customer's duties, a file for each of its chapters. */
import { ACCOUNT } from './account.ts';
import { COMPUTE } from './compute.ts';
import { DATABASES } from './databases.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { NETWORKING } from './networking.ts';
import { PROGRAMMES_OF_COMPLIANCE } from './programmes.ts';
import { SHARED_MODEL } from './shared-model.ts';
import type { SourceStatement } from './source-statement.ts';
import { STORAGE } from './storage.ts';

export type { SourceStatement } from './source-statement.ts';

/** Where the statements come from: AWS's paper "Amazon Web Services: Overview of Security Processes". */
export const SOURCE_DOCUMENT = 'https://d1.awsstatic.com/whitepapers/Security/AWS_Security_Whitepaper.pdf';

/**
 * Everything the paper says of AWS's and the customer's duties: a test fails when one is not answered, or neither held by a
 * rule nor said to be out of a template's sight. Only tests ask; the mark lets the bundler leave it out of the programs.
 */
export const SOURCE_STATEMENTS: readonly SourceStatement[] = /* @__PURE__ */ [
  SHARED_MODEL,
  INFRASTRUCTURE,
  PROGRAMMES_OF_COMPLIANCE,
  ACCOUNT,
  COMPUTE,
  NETWORKING,
  STORAGE,
  DATABASES,
].flat();
