-- Answers are kept sealed by the key that came with the request, of which only a hash is kept; those kept in the clear go.
delete from kept_answer;
