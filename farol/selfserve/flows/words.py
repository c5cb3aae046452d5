"""Sentences around the steps, the same in every flow."""

from farol.core.exchange.shapes import Text

NEXT = Text("下一步", "Next step")
SOLVED = Text("解决了", "It is solved")
UNSOLVED = Text("没有解决", "It is not solved")
ANSWERED = Text("这样解决了吗？", "Does that solve it?")
GLAD = Text("好的。之后还有问题，直接在这里写。", "Good. If something comes up again, just write here.")
TO_PERSON = Text("我请一位同事接着处理，您不用再说一遍。", "A colleague goes on from here. You need not tell it again.")
SKIP = Text("没有，跳过", "I do not have it")
WHICH = Text("您说的是哪一笔？", "Which one do you mean?")
NONE_OF_THEM = Text("都不是", "None of these")
ANOTHER = Text("不是这一笔", "Not this one")
AGAIN = Text("刚才的回答我没看懂。", "I did not understand that answer.")
SIGN_IN = Text(
    "登录后，我能直接查您账户里的这件事。没有登录，我只能说一般的步骤。",
    "Once you are signed in I can look this up in your account. Without it I can only give the general steps.",
)
GENERAL = Text("先看一般步骤", "Show the general steps")
SOMETHING_ELSE = Text("是别的事", "Something else")
