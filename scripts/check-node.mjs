// Imported first, before anything that an old Node might not understand.
const NEEDED = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Leadstage needs Node ${NEEDED.join('.')} or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}
