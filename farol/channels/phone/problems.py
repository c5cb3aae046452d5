"""Refusals on the phone."""

from farol.kit.problem import Problem


class PhoneHookRefused(Problem):
    """Not signed by the provider. Why is counted, and not told."""

    code = "phone_hook_refused"
    status = 401
    texts = {"en": "The signature of this request is not right.", "zh": "请求签名不正确。"}


class CallNotWaiting(Problem):
    code = "phone_call_not_waiting"
    status = 409
    texts = {"en": "This call does not wait any more. Look at the list again.", "zh": "这通电话已不在等待，请刷新列表。"}


class CallOver(Problem):
    code = "phone_call_over"
    status = 409
    texts = {"en": "This call is over.", "zh": "这通电话已经结束。"}


class CallNotYours(Problem):
    code = "phone_call_not_yours"
    status = 409
    texts = {"en": "A colleague has this call. Ask them to transfer it.", "zh": "这通电话由同事接听，请让对方转给您。"}


class NoOwnPhone(Problem):
    code = "no_own_phone"
    status = 409
    texts = {"en": "Enter the phone that is to ring, and type the code read out there first.", "zh": "请先填写您的接听电话，并输入电话里播报的验证码。"}


class PhoneNumberWrong(Problem):
    code = "phone_number_wrong"
    status = 422
    texts = {"en": "This is no number we can call. Write it with its country code, such as +44 20 7946 0000.", "zh": "无法拨打这个号码，请连同国家代码填写，例如 +86 10 8888 0000。"}


class PhoneCodeWrong(Problem):
    code = "phone_code_wrong"
    status = 422
    texts = {"en": "This code is not right or has run out. Ask for a new one.", "zh": "验证码不正确或已过期，请重新获取。"}


class PhoneProviderAway(Problem):
    code = "phone_provider_away"
    status = 503
    texts = {"en": "The voice provider does not answer. The caller keeps their place; try again in a minute.", "zh": "语音服务商暂无响应，来电者的位置不变，请一分钟后再试。"}


class PhoneCodeForAccounts(Problem):
    code = "phone_code_for_accounts"
    status = 403
    texts = {"en": "Sign in at the exchange to get a code for the phone.", "zh": "请先登录交易所账户，再获取电话验证码。"}


class ColleagueBusy(Problem):
    code = "colleague_busy"
    status = 409
    texts = {"en": "They have no phone here, or are in another call. Choose somebody else.", "zh": "对方没有设置电话或正在通话，请选择其他同事。"}
