// Compares node_modules with package-lock.json, package by package, so that an installation made by hand is recognised.
// Reads only; knows nothing of stamps or of installing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that the lock file wants on this machine and that are not there in that version. Optional ones (for one
 * platform) are named too, with `isOptional`: npm may have had a reason to go on without one.
 */
export function missingPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, wanted]) => path !== '' && isWantedHere(wanted))
    .filter(([path, wanted]) => installedVersion(join(root, path)) !== wanted.version)
    .map(([path, wanted]) => ({ path, isOptional: wanted.optional ?? false }));
}

/** Whether npm got to the end: it writes its hidden lock file last. */
export function isFinished(root) {
  return existsSync(join(root, 'node_modules/.package-lock.json'));
}

function isWantedHere(wanted) {
  // Optional packages without an `os` belong to other optional ones (the WebAssembly variants): npm decides about those.
  if (wanted.optional && !wanted.os) return false;
  return (
    fits(wanted.os, process.platform) && fits(wanted.cpu, process.arch) && (!wanted.libc || fits(wanted.libc, libc()))
  );
}

function fits(allowed, actual) {
  return allowed === undefined || [allowed].flat().includes(actual);
}

function installedVersion(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

let knownLibc;

/** 'glibc' or 'musl'. The report costs some milliseconds, so it is made once and only when needed. */
export function libc() {
  knownLibc ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return knownLibc;
}
