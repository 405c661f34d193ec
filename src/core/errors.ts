/** The one tree of errors whose message may be shown to the reader. Everything else becomes a neutral page. */
export abstract class ShownError extends Error {
  abstract readonly status: number;
  override get name(): string {
    return this.constructor.name;
  }
}

/** 404: there is nothing here, or nothing this actor may know of. */
export class NotFoundError extends ShownError {
  readonly status = 404;
  constructor(message = 'Không tìm thấy trang này. Địa chỉ có thể đã đổi hoặc hết hiệu lực.') {
    super(message);
  }
}

/** 403: signed in, but not allowed. Never signs anybody out. */
export class ForbiddenError extends ShownError {
  readonly status = 403;
  constructor(message = 'Bạn không có quyền mở trang này. Hãy hỏi người quản trị của đơn vị.') {
    super(message);
  }
}

/** 409: somebody else was first; the message says who and when where that may be known. */
export class ConflictError extends ShownError {
  readonly status = 409;
}

/** One fault of the input, in Vietnamese, beside the field it belongs to. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** 400: the input does not fit. Shown on the page of the form, beside the fields, with what was typed. */
export class InvalidError extends ShownError {
  readonly status = 400;
  readonly faults: readonly FieldFault[];
  constructor(faults: readonly FieldFault[] | string) {
    const list = typeof faults === 'string' ? [] : faults;
    super(typeof faults === 'string' ? faults : (list[0]?.message ?? 'Dữ liệu gửi lên chưa đúng.'));
    this.faults = list;
  }
}

/** 429: too many tries. `retryAfterSeconds` goes into the Retry-After header. */
export class TooManyError extends ShownError {
  readonly status = 429;
  constructor(
    readonly retryAfterSeconds: number,
    message = 'Bạn đã thử quá nhiều lần. Hãy đợi một lúc rồi thử lại.',
  ) {
    super(message);
  }
}

/** 503: a part that this page needs does not answer. */
export class UnavailableError extends ShownError {
  readonly status = 503;
  constructor(message = 'Hệ thống tạm thời bận. Những gì bạn đã nhập vẫn còn, hãy gửi lại sau ít phút.') {
    super(message);
  }
}
