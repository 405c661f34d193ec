import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Finds the public address of a built file by its plain name. */
export interface Assets {
  /** `app.css` gives `/tai-nguyen/app.3f2a91c0.css`. Throws when the build has no such file. */
  asset(name: string): string;
}

const readManifest = (publicDir: string): Readonly<Record<string, string>> => {
  try {
    return JSON.parse(readFileSync(join(publicDir, 'manifest.json'), 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`There is no readable manifest.json in ${publicDir}: run "npm run build" first.`, { cause });
  }
};

/** Reads the manifest of dist/public once. Throws an error that names `npm run build` when it is not there. */
export const readAssets = (publicDir: string): Assets => {
  const manifest = readManifest(publicDir);
  return {
    asset(name) {
      const url = manifest[name];
      if (url === undefined) throw new Error(`The build has no file "${name}": run "npm run build" again.`);
      return url;
    },
  };
};
