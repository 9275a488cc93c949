-- A file hangs on the row of the timeline it came with. Who sees the row sees it; what units say among themselves stays with them.
create policy of_an_appeal on attachment
    using (kind = 'appeal' and exists (
        select from appeal_event e where e.id = host
        and ((select access_enterprise()) is null or e.kind not in ('NOTE', 'DISPUTED', 'REROUTED'))));
