/** Reasons of refusal with the fields they concern. */
export const refusals = [
  { reason: 'Ảnh mặt trước căn cước bị mờ, không đọc được số. Bạn hãy chụp lại rõ cả bốn góc.', fields: ['front'] },
  { reason: 'Họ và tên trên tờ khai khác với giấy tờ. Bạn hãy khai lại đúng như trên căn cước.', fields: ['fullName'] },
  { reason: 'Ảnh cá nhân đội mũ nên chưa nhận ra được. Bạn hãy gửi ảnh khác, nền sáng.', fields: ['portrait'] },
] as const;

const SKIN = '#E9C7A6';

/** Drawings that stand for a portrait and both sides of a card: nobody's face, nobody's paper. */
export const drawings = {
  portrait: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="750" viewBox="0 0 120 150"><rect width="120" height="150" fill="#DCEEE8"/><path d="M16 150c2-30 18-42 44-42s42 12 44 42z" fill="#0B5A51"/><path d="M48 92h24v20c-6 8-18 8-24 0z" fill="${SKIN}"/><ellipse cx="60" cy="70" rx="25" ry="31" fill="${SKIN}"/><path d="M33 70c-4-32 10-44 28-44s31 12 26 44c-3-14-8-20-14-23-12 4-28 2-34 2-3 6-5 12-6 21z" fill="#10241F"/></svg>`,
  front: `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600" viewBox="0 0 240 160"><rect width="240" height="160" fill="#C9D2CE"/><rect x="24" y="22" width="192" height="118" rx="8" fill="#F4F1E6"/><rect x="36" y="58" width="44" height="58" rx="3" fill="#DCEEE8"/><circle cx="58" cy="78" r="10" fill="${SKIN}"/><g fill="#9AA8A1"><rect x="84" y="32" width="90" height="6"/><rect x="92" y="62" width="100" height="6"/><rect x="92" y="76" width="80" height="5"/><rect x="92" y="88" width="104" height="5"/><rect x="92" y="100" width="92" height="5"/></g></svg>`,
  back: `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600" viewBox="0 0 240 160"><rect width="240" height="160" fill="#C9D2CE"/><rect x="24" y="22" width="192" height="118" rx="8" fill="#F4F1E6"/><rect x="36" y="34" width="34" height="26" rx="3" fill="#E2C36B"/><g fill="#9AA8A1"><rect x="84" y="36" width="110" height="5"/><rect x="84" y="48" width="84" height="5"/><rect x="36" y="108" width="168" height="6"/><rect x="36" y="120" width="168" height="6"/></g></svg>`,
} as const;
