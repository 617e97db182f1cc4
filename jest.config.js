import { readFileSync } from 'node:fs'

/** The same compiler settings as the build; @swc/jest cannot read a list of them itself. */
const [typescript, tsx] = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8')).map(({ test, ...settings }) => ({
  ...settings,
  swcrc: false,
}))
const transform = { '^.+\\.ts$': ['@swc/jest', typescript], '^.+\\.tsx$': ['@swc/jest', tsx] }

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tweetup/'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
}

/** Each project is one runner of `npm test`; the browser and fault tests start a Tweetup of their own. */
export default {
  testTimeout: 30_000,
  // Every file loads its modules anew and a worker never forgets them: at some gigabytes it only collects garbage.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts?(x)'] },
    { ...shared, displayName: 'http', testMatch: ['<rootDir>/test/http/**/*.test.ts'] },
    { ...shared, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
}
