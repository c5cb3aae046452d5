"""The customer's pages on ways to reach us, and the page that says what is ours."""

PLAIN = {
    "link": "a signed name of one file for one chat; what was not signed by us is not found",
    "q": "whatever somebody asks about; it is judged by the list of what is ours",
    "reader": "whom the last form was about; looked for among the own ticket's readers",
}
