import { defineConfig } from 'vitest/config';

// Three projects: what runs in a blink, what needs the built bundles, what needs VS Code's own grammars.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/process/**', 'test/grammar/**', 'test/vscode/**'],
        },
      },
      { test: { name: 'process', include: ['test/process/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'grammar', include: ['test/grammar/**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
