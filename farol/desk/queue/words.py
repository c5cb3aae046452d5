"""What the queue says to customers."""


def your_turn(name: str, language: str) -> str:
    """Somebody has the ticket now."""
    if language.startswith("zh"):
        return f"轮到您了：{name} 已接手这张工单，会在这里回复您。"
    return f"It is your turn: {name} has your ticket now and will answer here."
