// Runs before every npm script (`prestart`, `pretest`, ...): makes sure node_modules is what package-lock.json asks for.
// It is started by whatever Node the machine has, so this first file has no imports and old syntax only: on a Node that is
// too old it must still get as far as saying so. The work is done by install/ensure.mjs.

const [major, minor] = process.versions.node.split('.').map(Number);

// Below 20.19 npm leaves out packages of ours without a word, because their "engines" do not fit.
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old to install Koppeling: it takes Node 20.19 or newer.\n` +
      'Install a newer Node (https://nodejs.org) and run the same command again.\n',
  );
  process.exit(1);
}

const { ensureInstalled } = await import('./install/ensure.mjs');
process.exitCode = await ensureInstalled();
if (process.exitCode === 0) {
  const [{ ensurePackages }, { ensurePage }] = await Promise.all([
    import('./install/packages.mjs'),
    import('./install/page.mjs'),
  ]);
  const root = decodeURIComponent(new URL('..', import.meta.url).pathname.replace(/\/$/, ''));
  const tell = (text) => process.stderr.write(`${text}\n`);
  const [packages, page] = await Promise.all([ensurePackages(root, tell), ensurePage(root, tell)]);
  process.exitCode = packages || page;
}
