/** Codes of the core in words. A code not listed here is shown as it is, with its underscores opened. */
import type { Language } from "@/api/types";

const CODES: Record<string, [en: string, zh: string]> = {
  new_device: ["New device signed in", "新设备登录"],
  new_device_login: ["New device signed in", "新设备登录"],
  password_change: ["Password changed", "修改密码"],
  password_changed: ["Password changed", "修改密码"],
  password_reset: ["Password reset", "重置密码"],
  email_change: ["E-mail changed", "更换邮箱"],
  phone_change: ["Phone changed", "更换手机"],
  "2fa_reset": ["Two-step reset", "重置二次验证"],
  two_fa_reset: ["Two-step reset", "重置二次验证"],
  withdrawal_hold: ["Withdrawal hold", "禁提"],
  withdrawal: ["withdrawals", "提币"],
  withdrawals: ["withdrawals", "提币"],
  withdraw: ["withdrawals", "提币"],
  deposit: ["deposits", "充值"],
  trade: ["trading", "交易"],
  trading: ["trading", "交易"],
  p2p: ["P2P", "C2C"],
  api: ["API keys", "API"],
  login: ["sign-in", "登录"],
  active: ["active", "正常"],
  normal: ["normal", "正常"],
  frozen: ["frozen", "已冻结"],
  restricted: ["restricted", "受限"],
  low: ["low", "低"],
  medium: ["medium", "中"],
  high: ["high", "高"],
};

export function codeWords(code: string, language: Language): string {
  const known = CODES[code];
  if (known) return known[language === "zh" ? 1 : 0];
  return code.replaceAll("_", " ");
}
