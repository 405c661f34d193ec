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
} as const;

/** A page of the history of an account, from below the line with this number on. */
export const olderThan = (path: string, below: number): string => `${path}?truoc=${below}`;

/** The sign-in page with the way back and the reason why one is asked to sign in (again). */
export const signInPath = (base: string, next: string, reason?: string): string => {
  const query = new URLSearchParams({ ...(next && { tiep: next }), ...(reason && { 'ly-do': reason }) }).toString();
  return query ? `${base}?${query}` : base;
};
