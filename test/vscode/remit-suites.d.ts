// Made by the bundler: imports every suite/*.test.ts, so no list can forget one.
declare module 'remit:suites' {}
declare module 'mocha/mocha.js' {}
