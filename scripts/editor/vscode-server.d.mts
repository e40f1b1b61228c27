/** VS Code's server from npm: its folder and the node binary that runs it. */
export function vscodeServer(): Promise<{ readonly root: string; readonly node: string }>;
