/** Filters of one list, as they stand in the address. */
interface Filtered {
  readonly list: string;
  readonly path: string;
  readonly queries: readonly string[];
}

/** Names without accents: common words that meet often, seldom and never, whole names, starts of words. */
const NAMES = ['nguyen+van', 'nguyen+thi', 'dang+yen', 'van+nhung', 'hong+nhung', 'mai+hong+nhung', 'ng', 't+v', 'xyz'];

const names = (field: string, ...more: readonly string[]): string[] =>
  [...NAMES, ...more].map((name) => `${field}=${name}`);

/** What an officer of a province has. */
export const OFFICER_LISTS: readonly Filtered[] = [
  {
    list: 'dossiers',
    path: '/can-bo/ho-so',
    queries: [
      '',
      ...['declared', 'handed_in', 'approved', 'refused', 'expired'].map((state) => `trangThai=${state}`),
      ...['none', 'valid', 'invalid'].map((mark) => `tinhTrang=${mark}`),
      ...['new', 'change', 'stop'].map((kind) => `loai=${kind}`),
      ...['today', 'ready', 'citizen', 'overdue'].map((work) => `viec=${work}`),
      ...['tuNgay=01/01/2026&denNgay=31/01/2026', 'denNgay=31/12/2024', 'coQuan=04804'],
      ...['loai=new&trangThai=refused', 'tinhTrang=none&trangThai=approved', 'coQuan=04804&tinhTrang=invalid'],
      ...names('hoTen', 'nguyen+van&trangThai=approved', 'van+nhung&trangThai=approved', 'ng&viec=ready'),
      ...names('coQuan=04804&hoTen').slice(0, 4),
    ],
  },
  {
    list: 'feedback',
    path: '/can-bo/phan-anh',
    queries: [
      '',
      ...['moi', 'cua-toi', 'qua-han', 'sap-han', 'dang-xu-ly', 'cho-nguoi-dan', 'phoi-hop', 'don-doc', 'mo-lai'].map(
        (list) => `viec=${list}`,
      ),
      ...['da-tra-loi', 'tat-ca', 'can-lam&linhVuc=card', 'tat-ca&linhVuc=card'].map((list) => `viec=${list}`),
      ...['trangThai=merged', 'trangThai=closed', 'linhVuc=card&trangThai=merged', 'coQuan=04804'],
      ...['viec=tat-ca&tuNgay=01/01/2026&denNgay=31/01/2026', 'viec=tat-ca&denNgay=31/12/2024'],
      ...names('tim', 'the+bhyt', 'thieu+thang', 'the+nhung', 'van+nhung&trangThai=closed', 'nguyen&viec=can-lam'),
      ...['tim=PA-00000100', 'tim=0320000100'],
    ],
  },
];

/** What a unit that watches over topics has; it may be all of them. */
export const WATCHED_LISTS: readonly Filtered[] = [
  {
    list: 'watched feedback',
    path: '/can-bo/phan-anh/giam-sat',
    queries: ['', 'xem=tre', 'xem=dondoc', 'xem=moi', 'linhVuc=card', 'coQuan=04804', 'xem=moi&linhVuc=card'],
  },
];

const UNITS = ['cong+ty', 'c%C3%B4ng+ty', 'hoa+binh', 'h%C3%B2a+b%C3%ACnh', 'xay+dung+hoa', 'mam+non+phat', 'h', 'xyz'];

/** Public lists; an officer sees them as anybody does, but not from memory. */
export const LOOKUPS: readonly Filtered[] = [
  {
    list: 'employers',
    path: '/tra-cuu/don-vi-tham-gia',
    queries: [
      ...[
        'tinh=48',
        'tinh=',
        'tinh=48&xa=20242',
        'tinh=48&coQuan=04801',
        'tinh=48&ma=TZ0101A',
        'tinh=48&ma=0420000100',
      ],
      ...UNITS.map((name) => `tinh=48&ten=${name}`),
      ...[
        'tinh=&ten=hoa+binh',
        'tinh=&ten=mam+non+phat',
        'tinh=48&xa=20242&ten=cong',
        'tinh=48&coQuan=04801&ten=hoa+phat',
      ],
    ],
  },
  {
    list: 'facilities',
    path: '/tra-cuu/cskcb-kcb-bhyt',
    queries: [
      'tinh=48',
      'tinh=',
      'tinh=&ten=tram+y+te',
      'tinh=&ten=benh+vien+hoa',
      'tinh=48&ten=hoa+binh',
      'tinh=&ten=xyz',
    ],
  },
  { list: 'papers for leave', path: '/tra-cuu/cskcb-giay-nghi-viec', queries: ['tinh=48', 'tinh=&ten=benh+vien+hoa'] },
  {
    list: 'places of collection',
    path: '/tra-cuu/diem-thu',
    queries: [
      'tinh=48',
      'tinh=48&xa=20242',
      'tinh=48&ten=dai+ly+thu',
      'tinh=48&ten=diem+thu+hoa',
      'tinh=48&ten=ly+phat',
    ],
  },
  {
    list: 'agencies',
    path: '/tra-cuu/co-quan-bhxh',
    queries: ['tinh=48', 'tinh=48&xa=20242', 'tinh=48&ten=thanh+khe'],
  },
];

/** Each filter of these lists by its name, with its address. */
export const addressesOf = (lists: readonly Filtered[]): [name: string, path: string][] =>
  lists.flatMap(({ list, path, queries }) =>
    queries.map((query): [string, string] => [
      `${list}: ${query ? decodeURIComponent(query) : 'without filter'}`,
      query ? `${path}?${query}` : path,
    ]),
  );
