/** Whether a character code is a line feed or a carriage return. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
