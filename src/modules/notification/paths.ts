/** The inbox of the `screen` driver. */
export const inbox = (to = ''): string => (to ? `/dev/tin-nhan?den=${encodeURIComponent(to)}` : '/dev/tin-nhan');
