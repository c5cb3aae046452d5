"""Groups: questions asked where many read get public facts or a way to go on alone, and impostors, scams and secrets are taken out."""

needs = ("assistant", "community", "connections", "forms", "guard", "knowledge", "messengers", "retrieval", "triage")
