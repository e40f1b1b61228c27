/** The language server: protocol in, protocol out. The only place, with `cli`, that knows of positions. */
export { type ServerHost, startServer } from './server.ts';
