package org.diaodu.server.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the rules with all their versions. Thread-safe. */
@Component
@Transactional(readOnly = true)
public class Rulebook {

    private final EditionRows rows;
    private final Map<String, Facts> known = new ConcurrentHashMap<>();

    Rulebook(EditionRows rows) {
        this.rows = rows;
    }

    /**
     * What can be counted of a version.
     *
     * @param rows of all its tables
     * @param compiled whether it runs as SQL over all enterprises
     * @param whyZh why it does not; empty where it does
     */
    public record Facts(int tables, int rows, int cases, boolean compiled, String whyZh, String whyEn) {}

    /**
     * A rule in the list.
     *
     * @param now the version that holds on the day of the list, or else the newest
     * @param holds whether it does
     * @param open the draft or proposal under way
     */
    public record Line(
            Edition now, boolean holds, @Nullable Edition open, Facts facts, int versions) {}

    /** Every rule as it stands on a day, by id. */
    public List<Line> lines(LocalDate day) {
        Map<String, List<Edition>> byRule = new java.util.TreeMap<>();
        rows.all().forEach(edition ->
                byRule.computeIfAbsent(edition.rule(), id -> new ArrayList<>()).add(edition));
        List<Line> lines = new ArrayList<>();
        byRule.values().forEach(editions -> lines.add(line(editions, day)));
        return lines;
    }

    private Line line(List<Edition> editions, LocalDate day) {
        Edition holding =
                editions.stream().filter(edition -> edition.holds(day)).findFirst().orElse(null);
        Edition shown = holding != null
                ? holding
                : editions.stream()
                        .filter(edition -> !edition.isOpen())
                        .findFirst()
                        .orElse(editions.getFirst());
        Edition open = editions.stream().filter(Edition::isOpen).findFirst().orElse(null);
        int published = (int) editions.stream()
                .filter(edition -> edition.state() == Edition.State.PUBLISHED)
                .count();
        return new Line(shown, holding != null, open, facts(shown), published);
    }

    /** All versions of a rule, drafts first, then from the newest day back. Unknown rules are a 404. */
    public List<Edition> editions(String rule) {
        List<Edition> editions = rows.of(rule);
        if (editions.isEmpty()) {
            throw Problem.notFound("RB10", "没有规则“" + rule + "”。", "There is no rule \"" + rule + "\".");
        }
        return editions;
    }

    public Edition edition(String rule, long id) {
        return rows.find(rule, id)
                .orElseThrow(() -> Problem.notFound(
                        "RB11", "规则“" + rule + "”没有版本 " + id + "。", "Rule \"" + rule + "\" has no version " + id + "."));
    }

    /** The version that holds on that day; a day no version covers is told, never guessed. */
    public Edition asOf(String rule, LocalDate day) {
        List<Edition> editions = editions(rule);
        return editions.stream()
                .filter(edition -> edition.holds(day))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "rules.no-version",
                        day + " 没有有效的版本；已有：" + labels(editions) + "。请核对日期。",
                        "No version covers " + day + "; there are: " + labels(editions) + ". Maybe the date is wrong."));
    }

    private static String labels(List<Edition> editions) {
        String labels = String.join(
                ", ",
                editions.stream()
                        .filter(edition -> edition.state() == Edition.State.PUBLISHED)
                        .map(edition ->
                                "[" + edition.from() + ".." + (edition.validTo() == null ? "" : edition.validTo()) + ")")
                        .toList());
        return labels.isEmpty() ? "–" : labels;
    }

    /** The version a draft started from, or null for a rule that is new. */
    public @Nullable Edition base(Edition draft) {
        return draft.basedOn() == null ? null : rows.find(draft.rule(), draft.basedOn()).orElse(null);
    }

    /** Counted once for each state of a version. */
    public Facts facts(Edition edition) {
        String key = edition.id() + " " + (edition.isOpen() ? edition.rowVersion() : 0);
        return known.computeIfAbsent(key, k -> counted(edition));
    }

    private static Facts counted(Edition edition) {
        try {
            List<TableGrid> tables =
                    ModelDocument.of(edition.rule(), edition.model()).tables();
            int rows = tables.stream().mapToInt(table -> table.rows().size()).sum();
            int cases = CaseGrid.of(edition.cases()).rows().size();
            var version = edition.version();
            return switch (CaseRule.of(version.model(), edition.clause().decision())
                    .outcome()) {
                case Outcome.Carried carried -> new Facts(tables.size(), rows, cases, true, "", "");
                case Outcome.Left left ->
                    new Facts(
                            tables.size(),
                            rows,
                            cases,
                            false,
                            left.place().chinese() + left.chinese(),
                            left.place().english() + left.english());
            };
        } catch (RuleFault fault) {
            return new Facts(0, 0, 0, false, fault.chinese(), fault.english());
        }
    }

    /** The tables of a version as they are read. */
    public List<TableGrid> tables(Edition edition) {
        return ModelDocument.of(edition.rule(), edition.model()).tables();
    }

    /** The worked cases of a version as they are read. */
    public CaseGrid cases(Edition edition) {
        return CaseGrid.of(edition.cases());
    }

    /** What a model offers the editor: names and types of its own. */
    public Vocabulary vocabulary(Edition edition) {
        ModelDocument document = ModelDocument.of(edition.rule(), edition.model());
        return new Vocabulary(document.types(), document.names(), document.hasAnnotations());
    }

    /**
     * @param names inputs and decisions with the names of their types
     * @param annotations whether the model's version of the standard has annotation columns
     */
    public record Vocabulary(List<String> types, Map<String, String> names, boolean annotations) {}
}
