/** Starts a TypeScript program of the project after making sure that its packages are installed: `node scripts/run.mjs file.ts …`. */
import { spawn } from 'node:child_process';
import { ensurePackages } from './setup.mjs';

const [file, ...args] = process.argv.slice(2);
ensurePackages();
const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
