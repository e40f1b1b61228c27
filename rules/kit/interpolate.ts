import type { Fragment } from '#edit';

/**
 * The fragment that stands for a text as `Value.pattern` gives it: the text itself, or an `Fn::Sub` where it holds pseudo
 * parameters. Undefined when it holds anything else that is unknown.
 */
export function interpolate(pattern: string): Fragment | undefined {
  if (!pattern.includes('${')) return pattern;
  return /\$\{(?!AWS::\w+\})/.test(pattern) ? undefined : { 'Fn::Sub': pattern };
}
