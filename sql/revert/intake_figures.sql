-- Revert dabiao:intake_figures from pg

begin;

drop view intake.figures;

commit;
