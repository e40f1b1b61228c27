import type { ParameterView, TemplateView, Value } from '#evaluate';

/** How a secret can be read by whoever reads the template or describes the stack. */
export type SecretExposure =
  /** The secret itself stands in the resource, or is read from a parameter store entry that is not encrypted (`isStored`). */
  | { readonly kind: 'literal'; readonly isStored?: boolean }
  /** It stands in the Default of the parameter that is referred to. */
  | { readonly kind: 'default'; readonly parameter: ParameterView }
  /** The parameter is shown in clear text wherever the stack is described: it lacks NoEcho. */
  | { readonly kind: 'echo'; readonly parameter: ParameterView };

/**
 * How a secret property gives its secret away; undefined when it does not, or when the template cannot tell. Dynamic
 * references to encrypted secrets and NoEcho parameters without default are fine.
 */
export function secretExposure(value: Value, template: TemplateView): SecretExposure | undefined {
  const parameter = parameterOf(value, template);
  if (value.dynamicReference === 'ssm') return { kind: 'literal', isStored: true };
  if (!parameter) return value.satisfies((text) => text !== '') ? { kind: 'literal' } : undefined;
  if (isStored(parameter)) return undefined;
  if (value.satisfies((text) => text !== '')) return { kind: 'default', parameter };
  const hasDefault = parameter.get('Default').satisfies((text) => text !== '');
  return parameter.noEcho || hasDefault ? undefined : { kind: 'echo', parameter };
}

/** The declared parameter a value is a plain reference to, `Fn::Sub` of nothing else included. */
export function parameterOf(value: Value, template: TemplateView): ParameterView | undefined {
  const name = value.parameter ?? /^\$\{(\w+)\}$/.exec(value.pattern() ?? '')?.[1];
  return name === undefined ? undefined : template.parameters.find((parameter) => parameter.name === name);
}

/** Such a parameter holds a name in the parameter store, not the secret. */
function isStored(parameter: ParameterView): boolean {
  return parameter.type.startsWith('AWS::SSM::Parameter::');
}
