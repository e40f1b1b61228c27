/** SAM resources as the CloudFormation resources they become (AWS SAM specification, "Generated CloudFormation resources"). */
export { implicitApis } from './implicit-api.ts';
export { liftSam } from './lift-sam.ts';
