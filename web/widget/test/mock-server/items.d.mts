export function meiItems(): unknown[];
