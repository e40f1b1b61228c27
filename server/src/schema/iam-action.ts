/** The access level AWS gives an action in the Service Authorization Reference. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Permissions management' | 'Tagging';

/** One IAM action. */
export interface IamAction {
  /** As written in a policy: `s3:GetObject`. */
  readonly name: string;
  /** The service prefix: `s3`. */
  readonly service: string;
  readonly accessLevel: AccessLevel;
  /** False when the action cannot be narrowed to a resource, so that a policy has to say `Resource: "*"`. */
  readonly resourceLevel: boolean;
}
