import type { TemplateView, Value } from '#evaluate'

/**
 * Whether a secret stands in the template for all to read: a literal, or a parameter whose Default is one. Dynamic references
 * and parameters without default are fine.
 */
export function isLiteralSecret(value: Value): boolean {
  return value.satisfies((text) => text !== '')
}

/** Whether a value is read from a secret store when the stack is deployed. */
export function dynamicSecret(value: Value): boolean {
  return value.dynamicReference === 'secretsmanager' || value.dynamicReference === 'ssm-secure'
}

/** The declared parameter a value is a plain reference to. */
export function parameterOf(value: Value, template: TemplateView) {
  const name = value.parameter
  return name === undefined ? undefined : template.parameters.find((parameter) => parameter.name === name)
}
