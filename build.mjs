/**
 * Builds what runs: TypeScript to dist/, and styles, scripts, icons and fonts to dist/public, each under a name that
 * carries its hash. A module adds to the bundles by having public/<id>/<id>.scss, officer.scss, citizen.ts or officer.ts;
 * public/<id>/<name>.lazy.ts becomes <name>.js by itself, for pages that load it when it is needed; <name>.sheet.scss
 * becomes <name>.css and <name>.data.json <name>.json in the same way.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('.', import.meta.url));
const source = join(root, 'public');
const target = join(root, 'dist', 'public');
const icons = join(root, 'node_modules', 'bootstrap-icons', 'icons');
const mount = '/tai-nguyen/';
const layouts = ['citizen', 'officer'];

/** Files of a folder and all folders below it. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** Folders of modules under public/: all but the shared ones. */
const modules = () =>
  readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared' && entry.name !== 'fonts')
    .map((entry) => entry.name)
    .sort();

/** Strips the types from src/, config/ and seeders/ into dist/. `npm run types` is what checks them. */
const emitTypeScript = async () => {
  const { build } = await import('esbuild');
  const folders = ['src', 'config', 'seeders'].map((name) => join(root, name));
  await build({
    entryPoints: folders.flatMap(filesIn).filter((file) => file.endsWith('.ts')),
    outbase: root,
    outdir: join(root, 'dist'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
};

/** One sheet of the lines of `lines`. */
const compileLines = async (lines) => {
  const { compileString } = await import('sass');
  const { css } = compileString(lines.join('\n'), {
    style: 'compressed',
    charset: false,
    loadPaths: [source, join(root, 'node_modules')],
    url: pathToFileURL(join(source, 'all.scss')),
    quietDeps: true,
    // Bootstrap 5.3 is still written with @import; its own deprecations are not ours to mend.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  });
  const { transform } = await import('esbuild');
  return (await transform(css, { loader: 'css', minify: true, target: ['chrome100', 'firefox100', 'safari15'] })).code;
};

/** Sheets under a name in the folders of modules, below those of `first`. */
const compileStyles = (sheetOf, first = []) => {
  const sheets = modules().filter((id) => existsSync(join(source, id, `${sheetOf(id)}.scss`)));
  return compileLines([...first, ...sheets.map((id) => `@use '${id}/${sheetOf(id)}' as m-${id};`)]);
};

/** Sheets that stand by themselves, for the few pages that name them. */
const ownSheets = async () => {
  const files = filesIn(source).filter((file) => file.endsWith('.sheet.scss'));
  const lineOf = (file) => `@use '${relative(source, file).slice(0, -'.scss'.length).split(sep).join('/')}';`;
  const built = files.map(async (file) => [`${basename(file, '.sheet.scss')}.css`, await compileLines([lineOf(file)])]);
  return Object.fromEntries(await Promise.all(built));
};

/** One script per layout: the shared behaviours, then those of each module. */
const bundleScript = async (layout) => {
  const { build } = await import('esbuild');
  const entries = ['shared', ...modules()]
    .map((id) => `./${id}/${layout}.ts`)
    .filter((file) => existsSync(join(source, file)));
  const result = await build({
    stdin: { contents: entries.map((file) => `import '${file}';`).join('\n'), resolveDir: source, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
  });
  return result.outputFiles[0].text;
};

/** Scripts that stand by themselves, as modules: large parts that few visits need. */
const lazyScripts = async () => {
  const { build } = await import('esbuild');
  const files = filesIn(source).filter((file) => file.endsWith('.lazy.ts'));
  const built = files.map(async (file) => {
    const options = {
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2020',
      legalComments: 'none',
    };
    const result = await build({ entryPoints: [file], ...options });
    return [basename(file, '.lazy.ts'), result.outputFiles[0].text];
  });
  return Promise.all(built);
};

/** An SVG with a symbol for each icon of a list of public/shared/icons.json. */
const drawSprite = (names) => {
  const symbols = names.map((name) => {
    const svg = readFileSync(join(icons, `${name}.svg`), 'utf8').replace(/\s*\n\s*/g, '');
    return svg.replace(/^<svg[^>]*>/, `<symbol id="${name}" viewBox="0 0 16 16">`).replace('</svg>', '</symbol>');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
};

/** Writes one file under its hashed name, with .br and .gz beside it where that helps; returns the hashed name. */
const publish = (name, content) => {
  const bytes = Buffer.from(content);
  const extension = extname(name);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  writeFileSync(join(target, hashed), bytes);
  if (extension !== '.woff2' && extension !== '.png') {
    writeFileSync(join(target, `${hashed}.br`), brotliCompressSync(bytes));
    writeFileSync(join(target, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return hashed;
};

/** Icons of the installed application. The artwork keeps to the circle that a system may cut out. */
const drawIcons = async () => {
  const { default: sharp } = await import('sharp');
  const full = readFileSync(join(source, 'shared', 'app-icon.svg'));
  const mask = Buffer.from(
    '<svg viewBox="0 0 512 512" width="512" height="512"><rect width="512" height="512" rx="112"/></svg>',
  );
  const square = sharp(full).resize(512).png();
  const rounded = await sharp(await square.clone().toBuffer())
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer();
  const small = await sharp(rounded).resize(192).png().toBuffer();
  return [
    ['icon-192.png', small],
    ['icon-512.png', rounded],
    ['icon-maskable-512.png', await square.toBuffer()],
  ];
};

/** The web app manifest, with the published names of its icons. */
const manifestOf = (names) => {
  const manifest = JSON.parse(readFileSync(join(source, 'shared', 'app.webmanifest'), 'utf8'));
  const published = manifest.icons.map((icon) => ({ ...icon, src: mount + names[icon.src] }));
  return JSON.stringify({ ...manifest, icons: published });
};

/** What every public page is drawn with: kept by the service worker. */
const SHELL = [
  'app.css',
  'citizen.js',
  'sprite.svg',
  'favicon.svg',
  'bvp-latin-400.woff2',
  'bvp-latin-600.woff2',
  'bvp-vi-400.woff2',
  'bvp-vi-600.woff2',
];

/** The service worker, told the files of this build. */
const buildWorker = async () => {
  const { build, transform } = await import('esbuild');
  const entry = join(source, 'shared', 'service-worker.ts');
  const result = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', target: 'es2020' });
  const script = await transform(result.outputFiles[0].text, { minify: true, target: 'es2020' });
  return (files) => {
    const stamp = createHash('sha256').update(files.join()).digest('hex').slice(0, 8);
    return `const FILES=${JSON.stringify(files)},BUILD="${stamp}";${script.code}`;
  };
};

/** Fonts first, because the style sheet names them; the manifest last, when all that it names is there. */
const publishAll = ({ css, scripts, icons, worker }) => {
  mkdirSync(target, { recursive: true });
  const names = {};
  for (const font of readdirSync(join(source, 'fonts'))) {
    if (font.endsWith('.woff2')) names[font] = publish(font, readFileSync(join(source, 'fonts', font)));
  }
  for (const [name, sheet] of Object.entries(css)) {
    const linked = sheet.replace(/url\((?:["']?)fonts\/([\w.-]+)(?:["']?)\)/g, (_, font) => `url(${names[font]})`);
    names[name] = publish(name, linked);
  }
  for (const file of filesIn(source).filter((found) => found.endsWith('.data.json'))) {
    const name = `${basename(file, '.data.json')}.json`;
    names[name] = publish(name, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  }
  for (const [name, script] of scripts) names[`${name}.js`] = publish(`${name}.js`, script);
  // Guests load what guests see; who has signed in loads both.
  const { guests, signedIn } = JSON.parse(readFileSync(join(source, 'shared', 'icons.json'), 'utf8'));
  for (const [sprite, list] of Object.entries({ 'sprite.svg': guests, 'inside.svg': signedIn })) {
    names[sprite] = publish(sprite, drawSprite(list));
    for (const icon of list) names[`icon/${icon}`] = `${names[sprite]}#${icon}`;
  }
  names['favicon.svg'] = publish('favicon.svg', readFileSync(join(source, 'shared', 'favicon.svg')));
  for (const [name, picture] of icons) names[name] = publish(name, picture);
  names['app.webmanifest'] = publish('app.webmanifest', manifestOf(names));
  names['sw.js'] = publish('sw.js', worker(SHELL.map((name) => mount + names[name])));
  writeFileSync(join(target, 'OFL.txt'), readFileSync(join(source, 'fonts', 'OFL.txt')));
  return names;
};

/** Replaces the manifest in one step and removes what neither it nor its forerunner names. */
const sealManifest = (names) => {
  const file = join(target, 'manifest.json');
  const before = existsSync(file) ? Object.values(JSON.parse(readFileSync(file, 'utf8'))) : [];
  const urls = Object.fromEntries(Object.entries(names).map(([name, hashed]) => [name, mount + hashed]));
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(urls, null, 2));
  renameSync(`${file}.${process.pid}`, file);
  const kept = new Set(
    [...before, ...Object.values(urls)].map((url) => basename(url).split('#')[0]).concat('manifest.json', 'OFL.txt'),
  );
  for (const found of readdirSync(target)) {
    if (!kept.has(found.replace(/\.(br|gz)$/, ''))) rmSync(join(target, found), { force: true });
  }
};

/** Everything under public/ by name, size and time: equal means that nothing has to be built again. */
const stateOfSources = () => {
  const hash = createHash('sha256');
  for (const file of [...filesIn(source), join(root, 'build.mjs'), join(root, 'package.json')].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const buildAssets = async () => {
  const stamp = join(root, 'dist', '.assets');
  const state = stateOfSources();
  const fresh = existsSync(join(target, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state;
  if (fresh) return;
  const bundles = layouts.map(async (layout) => [layout, await bundleScript(layout)]);
  // Everybody's sheet is light on a phone: what only officers see stands in another one.
  const css = {
    'app.css': await compileStyles((id) => id, ["@use 'shared/scss/main';"]),
    'officer.css': await compileStyles(() => 'officer', ["@use 'shared/officer';"]),
    ...(await ownSheets()),
  };
  const scripts = [...(await Promise.all(bundles)), ...(await lazyScripts())];
  const [icons, worker] = await Promise.all([drawIcons(), buildWorker()]);
  sealManifest(publishAll({ css, scripts, icons, worker }));
  writeFileSync(stamp, state);
};

await Promise.all([emitTypeScript(), buildAssets()]);
