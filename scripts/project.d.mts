/** The folder that holds package.json. */
export const root: string;
export function inProject(...parts: readonly string[]): string;
export function secondsSince(start: number): string;
export class PlainError extends Error {}
export function runScript(main: () => unknown, failure?: number): Promise<void>;
export function option(args: readonly string[], name: string): string | undefined;
