/** Asks the registry whether a package is known to be unsafe. Plain Node, since tests run it before anything else. */
import { spawnSync } from 'node:child_process';

const PATIENCE_MS = 60_000;

/** @returns {'clean' | 'unsafe' | 'unanswered'} unanswered where the registry is away or keeps no such list */
export const audit = () => {
  const { stdout } = spawnSync('npm', ['audit', '--audit-level=high', '--json'], { encoding: 'utf8', timeout: PATIENCE_MS });
  let found;
  try {
    found = JSON.parse(stdout).metadata.vulnerabilities;
  } catch {
    console.log('npm audit: the registry gives no answer; nothing is known of unsafe packages.');
    return 'unanswered';
  }
  const isUnsafe = found.high + found.critical > 0;
  console.log(`npm audit: ${found.critical} critical, ${found.high} high, ${found.moderate} moderate, ${found.low} low.${isUnsafe ? ' See npm audit.' : ''}`);
  return isUnsafe ? 'unsafe' : 'clean';
};
