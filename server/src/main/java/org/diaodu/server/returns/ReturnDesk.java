package org.diaodu.server.returns;

import java.util.List;
import java.util.Map;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One enterprise's returns as the pages show them, and the form pre-filled with what is known. */
@Component
@Transactional(readOnly = true)
public class ReturnDesk {

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final FilingReading filings;
    private final PastReturns past;
    private final Drafts drafts;
    private final Items items;
    private final ReturnTemplates templates;

    ReturnDesk(
            JdbcClient jdbc,
            Enterprises enterprises,
            FilingReading filings,
            PastReturns past,
            Drafts drafts,
            Items items,
            ReturnTemplates templates) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.filings = filings;
        this.past = past;
        this.drafts = drafts;
        this.items = items;
        this.templates = templates;
    }

    /**
     * The return of an enterprise the caller may see.
     *
     * @throws NotYours when there is none such within the caller's unit
     */
    public ReturnView view(long enterprise, Period period) {
        Registered registered = registered(enterprise, period);
        Filing filing = filings.current(enterprise, period).orElse(null);
        Past own = past.before(period, List.of(enterprise)).getOrDefault(enterprise, Past.NONE);
        return new ReturnView(
                registered,
                period,
                filing,
                filing == null ? Figures.of(Map.of()) : filings.figures(filing.id()),
                filing == null ? List.of() : filings.findings(filing.id()),
                filings.queries(enterprise, period),
                filings.versions(enterprise, period),
                own.previous(),
                own.lastYear(),
                filings.excuse(enterprise, period).orElse(null),
                drafts.find(enterprise, period).orElse(null),
                isClosed(period, registered.region()),
                registered.attributes().appliesIn(period.last()));
    }

    private Registered registered(long enterprise, Period period) {
        ReportingPeriods.require(period);
        return enterprises.find(enterprise, period.last()).orElseThrow(NotYours::new);
    }

    boolean isClosed(Period period, String region) {
        return jdbc.sql(
                        "select exists (select 1 from closing where period = :p and region = :r and state <> 'REOPENED')")
                .param("p", period.iso())
                .param("r", region)
                .query(Boolean.class)
                .single();
    }

    /** The returns of an enterprise that count, newest period first. */
    public List<Filing> returnsOf(long enterprise) {
        return filings.ofEnterprise(enterprise);
    }

    /** Two versions of a return side by side. */
    public Comparison compare(long enterprise, Period period, int from, int to) {
        List<Filing> versions = view(enterprise, period).versions();
        Filing before = version(versions, from);
        Filing after = version(versions, to);
        return Comparison.of(items.all(), before, filings.figures(before.id()), after, filings.figures(after.id()));
    }

    private static Filing version(List<Filing> versions, int number) {
        return versions.stream()
                .filter(filing -> filing.version() == number)
                .findFirst()
                .orElseThrow(() -> new StepRefused(
                        "RT27",
                        "没有第 " + number + " 版，共 " + versions.size() + " 版。",
                        "There is no version " + number + "; there are " + versions.size() + "."));
    }

    /** The figures of one version. */
    public Figures figuresOf(Filing filing) {
        return filings.figures(filing.id());
    }

    /**
     * What the form shows at first: the draft, else what is filed, else last year's figures as the base and last period's
     * staff, so that only this month is left to type.
     */
    public Map<String, String> prefilled(ReturnView view) {
        if (view.draft() != null) {
            return view.draft().fields();
        }
        return view.filing() != null
                ? FormFields.of(items.all(), view.figures())
                : templates.fields(new Past(view.previous(), view.lastYear(), History.NONE));
    }
}
