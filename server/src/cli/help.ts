import { type AnyRule, frameworksOf } from '#analysis';

/** What `remit --help` and `remit COMMAND --help` print. */
export function helpText(topic: string | undefined, rules: readonly AnyRule[]): string {
  const frameworks = frameworksOf(rules).join(', ');
  if (topic === 'check') return check(frameworks);
  if (topic === 'map') return map(frameworks);
  if (topic === 'rules') return listing(frameworks);
  if (topic === 'explain') return explain;
  return general;
}

const general = `Remit finds what leaves a CloudFormation or SAM stack insecure, and fixes it.

Usage
  remit check [FILE|DIR|GLOB…]   check templates; the current folder when nothing is named
  remit map FILE                 whose remit each part of a template is, and what is done of yours
  remit rules                    list the rules
  remit explain RULE             why a rule matters, and what to do
  remit COMMAND --help           the options of a command
  remit --version

Exit codes
  0  nothing found at or above --fail-on
  1  something found
  2  wrong usage, or a file that cannot be read or does not parse
`;

const check = (frameworks: string) => `Checks CloudFormation and SAM templates, in YAML and JSON.

Usage
  remit check [FILE|DIR|GLOB…] [options]

A folder is searched for *.yaml, *.yml, *.json, *.template and *.cfn, without what .gitignore names. Files that are no templates
are passed over.

Options
  -f, --format FORMAT      pretty (default), json, sarif, junit, github or markdown
      --profile PROFILE    essential, recommended (default) or strict
      --framework NAME     only rules that check a control of it: ${frameworks}
                           (all of them, unless there is a --profile)
      --fail-on SEVERITY   exit with 1 from this severity on: critical, high, medium, low (default), never
      --fix                apply the fixes that are safe
      --unsafe-fixes       apply also those that replace a resource, cost money or may change how the stack works
      --diff               print what the fixes would change; write nothing
      --parameters FILE    check the stack as deployed with these parameters
      --baseline FILE      findings in this file are known: they are not shown and do not fail
      --update-baseline    write what is found now to the baseline
      --config FILE        the configuration, instead of the nearest .remit.yaml, .remit.yml or .remit.json
      --no-config          no configuration file
      --stdin, -           check the text on standard input
      --stdin-filename F   the name to report it under
      --no-color           no colours; NO_COLOR in the environment does the same
`;

const map = (
  frameworks: string,
) => `Shows whose remit each part of a template is: what AWS secures, what is yours, and what of that is done.

Usage
  remit map FILE [options]

Options
  -f, --format FORMAT      pretty (default) or json
      --html FILE          write a report that needs nothing else, to be opened in a browser or printed
      --profile PROFILE    the rules that tell: essential, recommended (default) or strict
      --framework NAME     only rules that check a control of it: ${frameworks}
      --parameters FILE    the stack as deployed with these parameters
      --config FILE        the configuration, instead of the nearest .remit.yaml, .remit.yml or .remit.json
      --no-config          no configuration file
      --no-color           no colours; NO_COLOR in the environment does the same
`;

const listing = (frameworks: string) => `Lists the rules.

Usage
  remit rules [options]

Options
  -f, --format FORMAT      pretty (default) or json
      --framework NAME     only rules that check a control of it: ${frameworks}
      --no-color           no colours; NO_COLOR in the environment does the same
`;

const explain = `Explains a rule: why it matters, what to do, an example, where AWS says so.

Usage
  remit explain RULE
`;
