-- Revert dabiao:report/label from pg

begin;

drop function report.label(text, text);

commit;
