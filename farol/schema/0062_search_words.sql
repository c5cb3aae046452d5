-- before
-- Every word in letters that stands in a text that is searched: an unfinished one is completed from here, because asking the index
-- itself for a beginning reads all that begins so.
create table search_word (word text primary key);
create index search_word_begins on search_word (word text_pattern_ops);
