import { number } from '../../core/http/format.js';
import type { Asked } from './asked.queries.js';
import type { CatalogName } from './catalog.rules.js';
import { catalogPath, csvPath, paths, withQuery } from './paths.js';

export type ListName = CatalogName | 'co-quan-bhxh';

interface Words {
  readonly title: string;
  /** On the way to the page and in the list of lookups. */
  readonly short: string;
  readonly lead: string;
  /** What one row is: "cơ quan". */
  readonly one: string;
  readonly nameLabel: string;
}

/** What pages of lists say. */
export const LIST_WORDS: Readonly<Record<ListName, Words>> = {
  'co-quan-bhxh': {
    title: 'Tra cứu cơ quan BHXH',
    short: 'Cơ quan BHXH',
    lead: 'Nơi nộp hồ sơ và hỏi về BHXH, BHYT: địa chỉ, giờ làm việc, điện thoại, đường đi.',
    one: 'cơ quan',
    nameLabel: 'Tên cơ quan',
  },
  'cskcb-giay-nghi-viec': {
    title: 'Tra cứu CSKCB cấp giấy nghỉ việc hưởng BHXH',
    short: 'CSKCB cấp giấy nghỉ việc hưởng BHXH',
    lead: 'Cơ sở khám chữa bệnh được cấp giấy chứng nhận nghỉ việc hưởng BHXH khi bạn ốm đau, thai sản.',
    one: 'cơ sở',
    nameLabel: 'Tên cơ sở',
  },
  'cskcb-kcb-bhyt': {
    title: 'Tra cứu CSKCB ký hợp đồng khám, chữa bệnh BHYT',
    short: 'CSKCB ký hợp đồng khám, chữa bệnh BHYT',
    lead: 'Cơ sở khám chữa bệnh nhận thẻ BHYT, và nơi nào nhận đăng ký khám chữa bệnh ban đầu.',
    one: 'cơ sở',
    nameLabel: 'Tên cơ sở',
  },
  'don-vi-tham-gia': {
    title: 'Tra cứu đơn vị tham gia BHXH',
    short: 'Đơn vị tham gia BHXH',
    lead: 'Xem nơi bạn làm việc có tham gia BHXH không, do cơ quan nào quản lý.',
    one: 'đơn vị',
    nameLabel: 'Tên đơn vị',
  },
  'diem-thu': {
    title: 'Tra cứu điểm thu, đại lý thu',
    short: 'Điểm thu, đại lý thu',
    lead: 'Nơi đóng BHXH tự nguyện, BHYT hộ gia đình gần nhà bạn.',
    one: 'điểm thu',
    nameLabel: 'Tên điểm thu, đại lý',
  },
};

export const listPath = (list: ListName): string => (list === 'co-quan-bhxh' ? paths.offices : catalogPath(list));

/** Where a page of a list stands in it. */
export interface Extent {
  readonly at: number;
  readonly shown: number;
  readonly count: number;
  readonly more?: boolean;
  readonly partly?: boolean;
  readonly unfinished?: boolean;
  readonly next?: string;
  readonly previous?: string;
}

const paramsOf = ({ filter }: Asked): Record<string, string> => ({
  tinh: filter.province,
  xa: filter.commune,
  coQuan: filter.agency,
  ma: filter.code,
  ten: filter.name,
});

/** Rows that are known of: behind the part that was counted there may have been others. */
const knownOf = ({ count, at, shown }: Extent): number => Math.max(count, at + shown);

/** "hơn 200 ", "ít nhất 3 " or nothing before a number that is the whole one. */
const about = ({ more, partly }: Extent): string => (more ? 'hơn ' : partly ? 'ít nhất ' : '');

export const extentText = (extent: Extent): string =>
  `${number(extent.at + 1)}–${number(extent.at + extent.shown)} trong ${about(extent)}${number(knownOf(extent))}`;

const SEARCH_ON = 'Tìm tiếp';

/** The ways to the pages around. */
export const waysOn = ({ unfinished }: Extent, back: string | undefined, forth: string | undefined) => ({
  ...(back && { previous: back }),
  ...(forth && { next: forth }),
  ...(unfinished && { nextLabel: SEARCH_ON }),
});

/** Where nothing was found in the part that was looked at. */
export const unfinishedOf = (one: string, on: string) => ({
  text: `Chưa thấy ${one} nào khớp, nhưng danh sách còn dài. Hãy tìm tiếp, hoặc thêm điều kiện để tìm nhanh hơn.`,
  action: { href: on, label: SEARCH_ON },
});

const waysOf = (list: ListName, asked: Asked, { next, previous }: Extent) => {
  const way = (name: string, place: string | undefined) =>
    place && withQuery(listPath(list), { ...paramsOf(asked), [name]: place });
  return { back: way('truoc', previous), forth: way('sau', next) };
};

const headingOf = (list: ListName, extent: Extent): string => {
  const known = knownOf(extent);
  if (known === 0) return extent.partly ? 'Chưa tìm thấy' : 'Không tìm thấy';
  const words = `${about(extent)}${number(known)} ${LIST_WORDS[list].one}`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
};

/** What to do where nothing was found: the widest step first. */
const emptyOf = (list: ListName, { filter }: Asked) => {
  const { one } = LIST_WORDS[list];
  const { province, commune, name, code, agency } = filter;
  const wider = (more: Record<string, string>, label: string) => ({ href: withQuery(listPath(list), more), label });
  if (code) return { text: `Không có ${one} nào mang mã này. Xem lại từng chữ số, hoặc tìm theo tên.` };
  if (name && (commune || agency))
    return {
      text: `Không có ${one} nào ở đây có tên như vậy. Thử tìm trong cả tỉnh.`,
      action: wider({ tinh: province, ten: name }, 'Tìm trong cả tỉnh'),
    };
  if (name && province)
    return {
      text: `Không có ${one} nào trong tỉnh này có tên như vậy. Gõ ít từ hơn, không cần dấu, hoặc tìm trong cả nước.`,
      action: wider({ tinh: '', ten: name }, 'Tìm trong cả nước'),
    };
  if (name) return { text: `Không có ${one} nào có tên như vậy. Gõ ít từ hơn, không cần dấu.` };
  if (commune)
    return {
      text: `Phường, xã này chưa có ${one} nào trong danh sách. Xem các nơi khác của tỉnh.`,
      action: wider({ tinh: province }, 'Xem cả tỉnh'),
    };
  return { text: `Chưa có ${one} nào của tỉnh này trong danh sách. Hãy hỏi cơ quan BHXH hoặc tổng đài.` };
};

const options = (list: readonly { readonly code: string; readonly name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, text: name }));

/** What a page is drawn with. */
const WITHOUT_MAP = { sheets: ['lookup.css'], scripts: ['communes.js'] };
const WITH_MAP = { sheets: ['lookup.css'], scripts: ['communes.js', 'map.js'] };

/** What every page of a list has: its words, the search, where it stands. `asked` is missing where the search cannot be read. */
export const presentList = (list: ListName, asked: Asked, extent: Extent) => {
  const { back, forth } = waysOf(list, asked, extent);
  const { one, ...words } = LIST_WORDS[list];
  const { filter, provinces, communes, agencies } = asked;
  return {
    ...words,
    description: words.lead,
    paths,
    list,
    action: listPath(list),
    ...(extent.shown > 0 && list !== 'don-vi-tham-gia' ? WITH_MAP : WITHOUT_MAP),
    chosen: { tinh: filter.province, xa: filter.commune, coQuan: filter.agency, ma: filter.code, ten: filter.name },
    provinces: options(provinces),
    communes: options(communes),
    agencies: agencies.map(({ code, shortName }) => ({ value: code, text: shortName })),
    heading: headingOf(list, extent),
    pager: extent.shown > 0 ? { text: extentText(extent), ...waysOn(extent, back, forth) } : undefined,
    csvHref: withQuery(csvPath(listPath(list)), paramsOf(asked)),
    empty: extent.unfinished ? unfinishedOf(one, forth ?? back ?? '') : emptyOf(list, asked),
  };
};
