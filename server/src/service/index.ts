/** The facade: opens a text, follows its changes, keeps nothing but what the host holds on to. */
export { parseParameterFile } from './parameter-file.ts';
export { createService, type Service, type ServiceOptions, type Settings, type Source } from './service.ts';
