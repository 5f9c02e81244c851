-- Verify dabiao:intake/window_exception on pg

select from intake.window_exception where false;
