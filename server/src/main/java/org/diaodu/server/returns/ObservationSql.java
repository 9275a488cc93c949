package org.diaodu.server.returns;

/** The members of a period and where they stand to last year's list, shared by what reads observations. */
final class ObservationSql {

    private ObservationSql() {}

    /**
     * Parameters: last, lastYear (first days of months), prefix, enterprise. Enterprises in the list in the period's last
     * month, and those that left it within the twelve months before.
     */
    static final String MEMBERS = """
            with member as (
                select e.id, e.credit_code, a.name, a.region, a.industry, a.size, a.ownership, a.park, a.chain, a.key_list,
                       coalesce((select c.kind from list_change c
                                  where c.enterprise_id = e.id and c.kind <> 'EXIT'
                                    and c.effective > :lastYear and c.effective <= :last
                                  order by c.effective desc, c.id desc limit 1), 'CONTINUING') as standing
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where a.valid_from <= :last and (a.valid_to is null or a.valid_to > :last)
                  and (:prefix = '*' or (:prefix <> '' and starts_with(a.region, :prefix)) or e.id = :enterprise)
            ), gone as (
                select e.id, e.credit_code, a.name, a.region, a.industry, a.size, a.ownership, a.park, a.chain, a.key_list,
                       'EXIT' as standing
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where a.valid_to > :lastYear and a.valid_to <= :last
                  and exists (select 1 from list_change c
                               where c.enterprise_id = e.id and c.kind = 'EXIT' and c.effective = a.valid_to)
                  and not exists (select 1 from enterprise_attributes b
                                   where b.enterprise_id = e.id and b.valid_from > a.valid_from)
                  and (:prefix = '*' or (:prefix <> '' and starts_with(a.region, :prefix)) or e.id = :enterprise)
            )
            """;
}
