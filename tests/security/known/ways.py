"""The customer's pages on ways to reach us, and the page that says what is ours."""

PLAIN = {
    "q": "whatever somebody asks about; it is judged by the list of what is ours",
    "reader": "whom the last form was about; looked for among the own ticket's readers",
}
