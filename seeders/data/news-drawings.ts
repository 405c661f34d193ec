/** Drawings of ours for the demo, 1280 by 720: terraces, one sun, and what the article is about. Flat, without letters. */
const GROUND = `<rect width="1280" height="720" fill="#dceee8"/><circle cx="980" cy="210" r="86" fill="#f2b632"/>
<path d="M0 470C240 390 470 400 690 452s400 62 590-18v286H0z" fill="#86c7b9"/>
<path d="M0 540c260-70 480-58 700-14s390 54 580-18v212H0z" fill="#12766a"/>
<path d="M0 612c280-56 500-44 720-8s380 44 560-12v128H0z" fill="#0b5a51"/>`;

const SUBJECTS = {
  card: `<g transform="translate(300 190)"><rect width="520" height="320" rx="28" fill="#fff" stroke="#082e2a" stroke-width="8"/><rect width="520" height="84" rx="28" fill="#0b453e"/>
<rect x="40" y="130" width="230" height="22" rx="11" fill="#3f534c"/><rect x="40" y="180" width="170" height="22" rx="11" fill="#cfdcd6"/><rect x="40" y="230" width="200" height="22" rx="11" fill="#cfdcd6"/>
<g fill="#082e2a"><rect x="350" y="130" width="40" height="40"/><rect x="430" y="130" width="40" height="40"/><rect x="350" y="210" width="40" height="40"/><rect x="400" y="180" width="24" height="24"/><rect x="440" y="220" width="30" height="30"/></g></g>`,
  phone: `<g transform="translate(430 110)"><rect width="280" height="500" rx="40" fill="#082e2a"/><rect x="20" y="44" width="240" height="400" rx="12" fill="#fff"/>
<circle cx="140" cy="110" r="34" fill="#b9ded4"/><rect x="50" y="170" width="180" height="18" rx="9" fill="#3f534c"/><rect x="50" y="214" width="140" height="18" rx="9" fill="#cfdcd6"/><rect x="50" y="258" width="160" height="18" rx="9" fill="#cfdcd6"/><rect x="50" y="330" width="180" height="56" rx="14" fill="#f2b632"/></g>`,
  calendar: `<g transform="translate(390 150)"><rect width="420" height="380" rx="28" fill="#fff" stroke="#082e2a" stroke-width="8"/><rect width="420" height="96" rx="28" fill="#0b453e"/>
<g fill="#cfdcd6"><rect x="44" y="136" width="64" height="52" rx="8"/><rect x="132" y="136" width="64" height="52" rx="8"/><rect x="220" y="136" width="64" height="52" rx="8"/><rect x="308" y="136" width="64" height="52" rx="8"/><rect x="44" y="212" width="64" height="52" rx="8"/><rect x="132" y="212" width="64" height="52" rx="8"/><rect x="308" y="212" width="64" height="52" rx="8"/><rect x="44" y="288" width="64" height="52" rx="8"/><rect x="132" y="288" width="64" height="52" rx="8"/></g><rect x="220" y="212" width="64" height="52" rx="8" fill="#f2b632"/></g>`,
  roof: `<g transform="translate(300 120)"><path d="M300 0c26 156 124 280 282 336C504 380 404 402 300 402S96 380 18 336C176 280 274 156 300 0Z" fill="#082e2a"/><path d="M140 420v150h320V420" fill="#fff"/><rect x="260" y="450" width="80" height="120" fill="#b9ded4"/></g>`,
  coins: `<g transform="translate(330 180)" fill="#fff" stroke="#082e2a" stroke-width="8"><rect y="260" width="150" height="120" rx="20"/><rect x="200" y="140" width="150" height="240" rx="20"/><rect x="400" y="20" width="150" height="360" rx="20"/></g>`,
} as const;

export type Drawing = keyof typeof SUBJECTS;

export const drawingOf = (subject: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720">${GROUND}${SUBJECTS[subject]}</svg>`;
