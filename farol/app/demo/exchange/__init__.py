"""The demo exchange: another company's process, with a back office that speaks the core link and a web site."""
