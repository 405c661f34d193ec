import { page, type Handler } from '../../core/http/route.js';
import { LIST_WORDS, listPath, type ListName } from './list.presenter.js';
import { paths } from './paths.js';

const TILES: readonly (readonly [list: ListName, icon: string, note: string])[] = [
  ['co-quan-bhxh', 'geo-alt', 'Địa chỉ, giờ làm việc, đường đi'],
  ['cskcb-kcb-bhyt', 'hospital', 'Nơi đi khám bằng thẻ BHYT'],
  ['cskcb-giay-nghi-viec', 'file-earmark-medical', 'Nơi được cấp giấy để hưởng ốm đau'],
  ['don-vi-tham-gia', 'building', 'Nơi làm việc có đóng cho bạn không'],
  ['diem-thu', 'shop', 'Nơi đóng BHXH tự nguyện, BHYT'],
];

/** The six lookups with the words below their names. */
export const tiles = [
  { label: 'Mã số BHXH', href: paths.number, icon: 'person-vcard', note: 'Tìm lại mã số của chính bạn' },
  ...TILES.map(([list, icon, note]) => ({ label: LIST_WORDS[list].short, href: listPath(list), icon, note })),
];

/** `/tra-cuu`: the six lookups. */
export const showIndex: Handler = () =>
  page('lookup/index', { title: 'Tra cứu', paths, tiles, sheets: ['lookup.css'] });
