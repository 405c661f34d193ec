/** Every address of this module. */
export const paths = {
  signIn: '/dang-nhap',
  signOut: '/dang-xuat',
  otherDevice: '/dang-nhap/thiet-bi-khac',
  otherDeviceLeave: '/dang-nhap/thiet-bi-khac/thoat',
  otherDeviceConfirm: '/dang-nhap/thiet-bi-khac/xac-nhan',
  otherDeviceResend: '/dang-nhap/thiet-bi-khac/gui-lai-ma',
  forgotten: '/quen-mat-khau',
  forgottenConfirm: '/quen-mat-khau/xac-nhan',
  forgottenResend: '/quen-mat-khau/gui-lai-ma',
  citizenHome: '/ca-nhan',
  changePassword: '/ca-nhan/doi-mat-khau',
  changePasswordConfirm: '/ca-nhan/doi-mat-khau/xac-nhan',
  changePasswordResend: '/ca-nhan/doi-mat-khau/gui-lai-ma',
  devices: '/ca-nhan/thiet-bi',
  notMe: '/ca-nhan/thiet-bi/khong-phai-toi',
  leaveEverywhere: '/ca-nhan/thiet-bi/dang-xuat',
  locked: '/tai-khoan-da-khoa',
  officerSignIn: '/can-bo/dang-nhap',
  officerSignOut: '/can-bo/dang-xuat',
  officerHome: '/can-bo',
  officerFactor: '/can-bo/dang-nhap/xac-thuc',
  officerSetPassword: '/can-bo/dat-mat-khau/:token',
  officerSecurity: '/can-bo/bao-mat',
  officerPassword: '/can-bo/bao-mat/mat-khau',
  officerSessions: '/can-bo/bao-mat/phien',
  officerTotp: '/can-bo/bao-mat/xac-thuc',
  officerTotpOff: '/can-bo/bao-mat/tat-xac-thuc',
  officerRecovery: '/can-bo/bao-mat/ma-du-phong',
  officerRecoveryNew: '/can-bo/bao-mat/ma-du-phong/tao-moi',
  admin: '/can-bo/quan-tri',
  adminOfficers: '/can-bo/quan-tri/can-bo',
  adminNewOfficer: '/can-bo/quan-tri/can-bo/moi',
  adminRoles: '/can-bo/quan-tri/vai-tro',
} as const;

export const setPasswordPath = (token: string): string => paths.officerSetPassword.replace(':token', token);

/** Pages of one officer, for his administrator. */
export const adminOfficer = (id: string) => {
  const base = `${paths.adminOfficers}/${id}`;
  return {
    page: base,
    lock: `${base}/khoa`,
    unlock: `${base}/mo-khoa`,
    reset: `${base}/dat-lai-mat-khau`,
    resetFactor: `${base}/dat-lai-xac-thuc`,
    link: `${base}/lien-ket`,
  } as const;
};
/** A page of the history of an account, from below the line with this number on. */
export const olderThan = (path: string, below: number): string => `${path}?truoc=${below}`;

/** The sign-in page with the way back and the reason why one is asked to sign in (again). */
export const signInPath = (base: string, next: string, reason?: string): string => {
  const query = new URLSearchParams({ ...(next && { tiep: next }), ...(reason && { 'ly-do': reason }) }).toString();
  return query ? `${base}?${query}` : base;
};
