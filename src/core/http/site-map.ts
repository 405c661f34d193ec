import type { NavItem, SiteMap, SitePage } from '../module.js';
import { access, file, get, type Route } from './route.js';

/** Where machines that look for pages have nothing to look for. */
const CLOSED = ['/can-bo', '/ca-nhan', '/dang-nhap', '/quen-mat-khau', '/dang-ky/', '/tim-kiem', '/dev', '/may'];

export interface SiteParts {
  readonly nav: readonly NavItem[];
  readonly maps: readonly SiteMap[];
  readonly publicUrl: string;
}

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** `/sitemap.xml`: what the public menus lead to and what the modules add; `/robots.txt`, which names it. */
export const siteRoutes = ({ nav, maps, publicUrl }: SiteParts): Route[] => {
  const menus = nav.filter(({ area }) => area === 'public' || area === 'footer').map(({ href }) => href);
  const line = ({ path, changedAt }: SitePage): string => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${escapeXml(publicUrl + path)}</loc>${changed}</url>`;
  };
  const shared = { access: access.public, topics: maps.flatMap(({ topics = [] }) => topics) };
  return [
    get('/sitemap.xml', {
      ...shared,
      handler: async () => {
        const added = (await Promise.all(maps.map((map) => map.pages()))).flat();
        const pages = [...new Set(['/', ...menus])].map((path): SitePage => ({ path }));
        const lines = [...pages, ...added].map(line);
        const head = '<?xml version="1.0" encoding="UTF-8"?>';
        const text = [head, '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...lines, '</urlset>'];
        return file('application/xml; charset=utf-8', Buffer.from(text.join('\n')));
      },
    }),
    get('/robots.txt', {
      ...shared,
      handler: () => {
        const closed = CLOSED.map((path) => `Disallow: ${path}`);
        const lines = ['User-agent: *', ...closed, `Sitemap: ${publicUrl}/sitemap.xml`, ''];
        return file('text/plain; charset=utf-8', Buffer.from(lines.join('\n')));
      },
    }),
  ];
};
