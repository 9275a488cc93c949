package org.diaodu.server.targets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger for other rooms: they propose what a document says, and ask what stands in the ledger and how far it is. Everything is
 * as far as the caller sees it; {@link Target#standing()} has the light.
 */
@Component
@Transactional(readOnly = true)
public class Targets {

    private final JdbcClient jdbc;
    private final TargetRows rows;
    private final TargetSteps steps;
    private final BusinessClock clock;

    Targets(JdbcClient jdbc, TargetRows rows, TargetSteps steps, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
    }

    /** Whether a statement can become a target: it is one, or promises a number of things, or says by which year. */
    public static boolean isProposable(Statement statement) {
        return Proposal.isProposable(statement);
    }

    /**
     * Proposes what a statement sets out: indicator, value or range, bound and unit as the statement has them; the region its subject
     * names, else the caller's own; until the end of its target year or period, else of the year the document was published. The
     * quote, the title and the place go with it. It stands in the ledger as PROPOSED until a second person, or its owner, accepts it.
     *
     * @param place where in the document, such as 第3段; may be empty
     * @param key the same when the same statement is proposed twice, such as {@code document/7/statement/12}: gives the target it made
     * @return {@link Outcome.Done} with the id of the target; {@link Outcome.Faulty} by field of {@link TargetForm} where the
     *     statement has not all a target needs (its page can then be opened with {@link #form})
     * @throws org.diaodu.server.access.Denied TG20, for whoever may not propose
     * @throws org.diaodu.server.steps.StepRefused TG10, for a statement that sets nothing out
     */
    @Transactional
    public Outcome propose(Statement statement, SourceDocument document, String place, String key) {
        return steps.propose(
                form(statement, document, place, key), new TargetRows.Ties(null, null, null, document.id()));
    }

    /** What would be proposed, to be read and changed before it is. */
    public TargetForm form(Statement statement, SourceDocument document, String place, String key) {
        return Proposal.of(statement, document, place, key, clock.today());
    }

    /** The target of this id, or a page that says there is none. */
    public Target get(long id) {
        return rows.find(id).orElseThrow(() -> TargetRows.notThere(id));
    }

    /** How far a target is, with its light; empty where there is no figure, or the caller does not see it. */
    public Optional<Standing> light(long id) {
        return rows.find(id).map(Target::standing);
    }

    /** What was proposed from a document, the first one first; withdrawn ones too. */
    public List<Target> ofDocument(long document) {
        return jdbc.sql(TargetRows.SELECT + "where t.document_id = :document and t.parent_id is null order by t.id")
                .param("document", document)
                .query(TargetRows::target)
                .list();
    }

    /** What counts in a region itself, not below it, in a year: for briefs. Those due first come first. */
    public List<Target> of(String region, int year) {
        return jdbc.sql(TargetRows.SELECT + """
                        where t.region = :region and t.begins <= :last and t.due >= :first
                          and t.state in ('ACCEPTED', 'TRACKED', 'MET', 'MISSED')
                        order by t.due, t.kind desc, t.id
                        """)
                .param("region", region)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(TargetRows::target)
                .list();
    }
}
