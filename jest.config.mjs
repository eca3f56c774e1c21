/** Tests run from the root. Swc turns every TypeScript and ES module into CommonJS for jest. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/programs.mjs',
  testSequencer: '<rootDir>/test/sequencer.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/.build/', '<rootDir>/.twenty/'],
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [],
  // Servers, workers and browsers are real and share two cores: a test waits for conditions, each of which says by itself when it waits in vain; this is more than several together take.
  testTimeout: 420_000,
  // Most of the tests wait for the workers' rhythm most of the time: so many at once keep two cores busy.
  maxWorkers: 4,
};
