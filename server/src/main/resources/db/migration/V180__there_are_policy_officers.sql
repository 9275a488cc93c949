-- Policy officers (惠企政策): they write the clauses of their own level, and see the enterprises of their region.
alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in
    ('CLERK', 'ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER', 'POLICY', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'));
