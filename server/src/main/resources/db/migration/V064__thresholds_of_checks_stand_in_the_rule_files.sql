-- What a check allows is part of its rule, with the day from which it holds: rulebook/return-*.
drop table validation_setting;
