"""Refusals of transfers."""

from farol.kit.problem import Problem


class ReceiverGone(Problem):
    code = "receiver_gone"
    status = 422
    texts = {"en": "This colleague or team is not here any more. Choose another.", "zh": "这位同事或团队已不在，请另选。"}


class ReceiverMayNot(Problem):
    code = "receiver_may_not"
    status = 422
    texts = {"en": "{name} may not answer customers, so the ticket can't go to them. Ask them in a side thread instead.",
             "zh": "{name} 没有回复客户的权限，不能转给他们。可以在内部讨论里请教。"}


class ReceiverLacksSkill(Problem):
    """``language`` and ``reason``: what is asked for."""

    code = "receiver_lacks_skill"
    status = 422
    texts = {"en": "{name} does not answer “{reason}” in {language}. Choose somebody who does, or ask them in a side thread.",
             "zh": "{name} 不处理 {language} 的“{reason}”。请选能处理的人，或在内部讨论里请教。"}


class ReceiverOutside(Problem):
    code = "receiver_outside"
    status = 422
    texts = {"en": "This ticket is kept to its team, and {name} is not in it.", "zh": "这张工单只限本团队查看，{name} 不在团队里。"}


class TeamLacksSkill(Problem):
    code = "team_lacks_skill"
    status = 422
    texts = {"en": "Nobody in this team answers “{reason}” in {language}. Choose another team.",
             "zh": "这个团队没有人能处理 {language} 的“{reason}”，请另选团队。"}


class TransferToOwner(Problem):
    code = "transfer_to_owner"
    status = 422
    texts = {"en": "They have this ticket already.", "zh": "这张工单已经在对方手上。"}


class TransferOpen(Problem):
    """``receiver``: who has not answered yet."""

    code = "transfer_open"
    status = 409
    texts = {"en": "This ticket waits for {receiver} to accept it. Take that back first.", "zh": "这张工单正等 {receiver} 接手。请先撤回。"}


class TransferOver(Problem):
    """It was answered, or the ticket went another way meanwhile."""

    code = "transfer_over"
    status = 409
    texts = {"en": "This hand-over is over: it was answered or taken back, or the ticket changed hands.",
             "zh": "这次转交已经结束：有人接手、退回、撤回，或工单已换人。"}


class NotReceiver(Problem):
    code = "not_receiver"
    status = 409
    texts = {"en": "This hand-over is not for you.", "zh": "这次转交不是给您的。"}
