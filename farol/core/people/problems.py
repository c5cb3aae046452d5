"""Refusals about staff and signing in."""

from farol.kit.problem import Problem


class SignInFailed(Problem):
    """One answer for everything: unknown address, wrong password, wrong or used code, no code set up, disabled."""

    code = "sign_in_failed"
    status = 401
    texts = {
        "en": "That did not match. Check address, password and code; each code works once.",
        "zh": "登录信息不匹配。请核对邮箱、密码和验证码，每个验证码只能用一次。",
    }


class PasskeyRefused(Problem):
    code = "passkey_refused"
    status = 422
    texts = {"en": "This passkey could not be added. Start again.", "zh": "没能添加这个通行密钥，请重新开始。"}


class TooManyPasskeys(Problem):
    code = "too_many_passkeys"
    status = 409
    texts = {"en": "At most {most} passkeys. Remove one first.", "zh": "最多 {most} 个通行密钥，请先移除一个。"}


class EmailTaken(Problem):
    code = "email_taken"
    status = 409
    texts = {"en": "Somebody already has this address.", "zh": "这个邮箱已被使用。"}


class StaffInvalid(Problem):
    """``why`` tells which value of the account is wrong."""

    code = "staff_invalid"
    status = 422
    texts = {"en": "This account can't be made: {why}.", "zh": "无法建立此账户：{why}。"}


class WeakPassword(Problem):
    code = "weak_password"
    status = 422
    texts = {"en": "A password needs {least} to {most} characters.", "zh": "密码需要 {least} 到 {most} 个字符。"}
