import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs its own under the same lock file, waiting where one does. The file holds
 * the owner's process id; one whose owner is gone (killed, crashed) is taken over.
 */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !take(file); ) {
    const owner = ownerOf(file);
    if (owner === null) continue;
    if (isAlive(owner) || isBeingWritten(file, owner)) {
      if (!waited) onWait(owner);
      waited = true;
      await sleep(200);
    } else {
      discard(file, owner);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Null: gone in the meantime. 0: nothing legible in it. */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    return unlessGone(error);
  }
}

/** Our own id on a lock that we do not hold was left by another: ids are used again, in containers soon. */
function isAlive(pid) {
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A new lock is empty for an instant; one that is still illegible after two seconds was cut off. */
function isBeingWritten(file, owner) {
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return owner === 0 && age < 2_000;
}

/** Moves the file aside before deleting it: where two find it stale, one of them wins the move. */
function discard(file, owner) {
  const aside = `${file}.${process.pid}`;
  try {
    if (ownerOf(file) === owner) renameSync(file, aside);
  } catch (error) {
    unlessGone(error);
  }
  rmSync(aside, { force: true });
}

function unlessGone(error) {
  if (error.code !== 'ENOENT') throw error;
  return null;
}
