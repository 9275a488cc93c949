package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.Row;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.BulkBundles;
import org.diaodu.policy.match.BulkMatch;
import org.diaodu.policy.match.BulkVerdict;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.stacking.Bundle;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The results of a match put together by enterprise, so many enterprises at a time. */
final class MatchedEnterprises {

    private static final int AT_A_TIME = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final DuckDb engine;
    private final BulkMatch match;
    private final BulkBundles bundles;
    private final Language language;

    MatchedEnterprises(DuckDb engine, BulkMatch match, BulkBundles bundles, Language language) {
        this.engine = engine;
        this.match = match;
        this.bundles = bundles;
        this.language = language;
    }

    DuckDb engine() {
        return engine;
    }

    BulkMatch match() {
        return match;
    }

    Language language() {
        return language;
    }

    // --- what there is of some enterprises

    /** A subject, of which enterprise it is, and what was said of it by clause; a clause not among them is out of scope. */
    private record Line(
            SubjectKind kind,
            int number,
            String key,
            int owner,
            @Nullable Subject facts,
            Map<String, BulkVerdict> said) {}

    /** A claim and what of it is paid. */
    private record Paid(Candidate candidate, long fen) {}

    private Map<Integer, List<Line>> lines(int from, int to) {
        Map<Integer, List<Line>> lines = new TreeMap<>();
        String enterprises = Objects.requireNonNull(match.table(SubjectKind.ENTERPRISE));
        for (SubjectKind kind : SubjectKind.values()) {
            String table = match.table(kind);
            if (table == null) {
                continue;
            }
            Map<Integer, Line> byNumber = new HashMap<>();
            Map<Integer, Subject> facts = new HashMap<>();
            String joined = " FROM " + enterprises + " AS e JOIN " + table + " AS s ON s._enterprise = e._key";
            String where = " WHERE e._n >= ? AND e._n < ?";
            engine.query("SELECT min(s._n) AS least, max(s._n) AS most" + joined + where, List.of(from, to), row -> {
                if (!row.isNull(0)) {
                    facts.putAll(
                            match.subjects(kind, Math.toIntExact(row.whole(0)), Math.toIntExact(row.whole(1)) + 1));
                }
                return true;
            });
            engine.query(
                    "SELECT e._n AS owner, s._n AS n, s._key AS key" + joined + where + " ORDER BY owner, n",
                    List.of(from, to),
                    row -> {
                        int number = Math.toIntExact(row.whole("n"));
                        Line line = new Line(
                                kind,
                                number,
                                String.valueOf(row.text("key")),
                                Math.toIntExact(row.whole("owner")),
                                facts.get(number),
                                new HashMap<>());
                        byNumber.put(number, line);
                        return lines.computeIfAbsent(line.owner(), key -> new ArrayList<>())
                                .add(line);
                    });
            engine.query(
                    "SELECT v.*" + joined + " JOIN " + MatchCommand.VERDICTS + " AS v ON v.subject = s._n" + where
                            + " AND v.clause IN (" + numbers(kind) + ")",
                    List.of(from, to),
                    row -> {
                        BulkVerdict verdict = match.verdict(row);
                        return Objects.requireNonNull(byNumber.get(verdict.subject()))
                                .said()
                                .put(verdict.clause().id(), verdict);
                    });
        }
        return lines;
    }

    private String numbers(SubjectKind kind) {
        List<String> numbers = new ArrayList<>(List.of("-1"));
        MatchCommand.of(match, kind)
                .forEach(clause -> numbers.add(String.valueOf(match.clauses().indexOf(clause))));
        return String.join(", ", numbers);
    }

    private Map<Integer, List<Paid>> paid(int from, int to) {
        Map<Integer, List<Paid>> paid = new HashMap<>();
        engine.query(
                "SELECT subject, clause, project, amount_fen, paid_fen FROM " + MatchCommand.BUNDLES
                        + " WHERE subject >= ? AND subject < ? ORDER BY subject, clause, project",
                List.of(from, to),
                row -> paid.computeIfAbsent(Math.toIntExact(row.whole("subject")), key -> new ArrayList<>())
                        .add(paid(row)));
        return paid;
    }

    private static Paid paid(Row row) {
        return new Paid(
                new Candidate(Objects.requireNonNull(row.text("clause")), row.text("project"), row.whole("amount_fen")),
                row.whole("paid_fen"));
    }

    private interface Each {
        void of(List<Line> lines, List<Paid> paid);
    }

    private void each(Each each) {
        int all = Math.toIntExact(match.subjects(SubjectKind.ENTERPRISE));
        for (int from = 0; from < all; from += AT_A_TIME) {
            Map<Integer, List<Line>> lines = lines(from, from + AT_A_TIME);
            Map<Integer, List<Paid>> paid = paid(from, from + AT_A_TIME);
            lines.forEach((owner, of) -> each.of(of, paid.getOrDefault(owner, List.of())));
        }
    }

    // --- json

    /** A json object for each enterprise, in the order of the file. */
    void json(Consumer<String> out) {
        each((lines, paid) -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("enterprise", lines.getFirst().key());
            List<Map<String, @Nullable Object>> clauses = new ArrayList<>();
            for (Line line : lines) {
                for (PolicyClause clause : MatchCommand.of(match, line.kind())) {
                    clauses.add(clause(line, clause));
                }
            }
            json.put("clauses", clauses);
            json.put("bundle", bundle(lines.getFirst().owner(), paid));
            out.accept(JSON.writeValueAsString(json));
        });
    }

    private Map<String, @Nullable Object> clause(Line line, PolicyClause clause) {
        BulkVerdict verdict = line.said().get(clause.id());
        Said said = verdict == null ? Said.OUT_OF_SCOPE : verdict.said();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clause", clause.id());
        json.put("title", title(clause));
        json.put("subject", line.kind().en());
        json.put("key", line.key());
        json.put("verdict", said == Said.NOTHING_DUE ? Said.NOT_ENTITLED.en() : said.en());
        json.put("amount", verdict == null ? null : verdict.amount());
        json.put("grade", verdict == null ? null : verdict.grade());
        json.put(
                "missing",
                verdict == null
                        ? List.of()
                        : verdict.missing().stream().map(this::missing).toList());
        json.put("near", verdict == null || verdict.unmet() == 0 ? null : near(line, verdict));
        json.put("said", said(line, clause, said));
        return json;
    }

    private String title(PolicyClause clause) {
        String english = clause.text().titleEn();
        return language.say(
                clause.text().title(), english.isEmpty() ? clause.text().title() : english);
    }

    private Map<String, Object> missing(org.diaodu.policy.match.MissingFact fact) {
        return Map.of("fact", fact.name(), "holder", fact.holder(), "source", fact.source());
    }

    /** How many conditions the nearest row wants; where it is one, what that is. */
    private Map<String, @Nullable Object> near(Line line, BulkVerdict verdict) {
        Map<String, @Nullable Object> near = new LinkedHashMap<>();
        near.put("unmet", verdict.unmet());
        near.put(
                "said",
                verdict.unmet() == 1
                                && line.facts() != null
                                && match.explain(verdict.clause(), line.facts()).verdict()
                                        instanceof Verdict.NotEntitled not
                                && !not.nearMisses().isEmpty()
                        ? language.say(
                                not.nearMisses().getFirst().zh(),
                                not.nearMisses().getFirst().en())
                        : null);
        return near;
    }

    /** What is to be said of a verdict beside its figures; null where they say all. */
    private @Nullable String said(Line line, PolicyClause clause, Said said) {
        if (line.facts() == null) {
            return null;
        }
        return switch (said) {
            case OUT_OF_SCOPE ->
                match.explain(clause, line.facts()).verdict() instanceof Verdict.OutOfScope out
                        ? language.say(out.chinese(), out.english())
                        : null;
            case NOTHING_DUE -> language.say("符合条件，按公式金额为 0", "the conditions hold and the formula gives 0");
            case FAULT -> {
                try {
                    match.explain(clause, line.facts());
                    yield null;
                } catch (PolicyFault fault) {
                    yield language.say(fault.chinese(), fault.english());
                }
            }
            default -> null;
        };
    }

    private Map<String, @Nullable Object> bundle(int enterprise, List<Paid> paid) {
        List<Map<String, @Nullable Object>> won = new ArrayList<>();
        List<Map<String, @Nullable Object>> lost = new ArrayList<>();
        Map<String, String> reasons = reasons(enterprise, paid);
        long total = 0;
        for (Paid each : paid) {
            total += each.fen();
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("clause", each.candidate().clause());
            json.put("key", each.candidate().project());
            json.put("amount", yuan(each.fen()));
            json.put("due", yuan(each.candidate().amountFen()));
            json.put("reason", reasons.get(each.candidate().id()));
            (each.fen() > 0 ? won : lost).add(json);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("total", yuan(total));
        json.put("paid", won);
        json.put("lost", lost);
        return json;
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Why each claim is paid what it is, by its id; empty where all are paid in full. */
    private Map<String, String> reasons(int enterprise, List<Paid> paid) {
        Map<String, String> reasons = new HashMap<>();
        PolicyFault fault = bundles.faults().get(enterprise);
        if (fault != null) {
            paid.forEach(each -> reasons.put(each.candidate().id(), language.say(fault.chinese(), fault.english())));
        } else if (paid.stream().anyMatch(each -> each.fen() < each.candidate().amountFen())) {
            List<Candidate> candidates = paid.stream().map(Paid::candidate).toList();
            for (Bundle.Part part : bundles.bundle(enterprise, candidates).parts()) {
                reasons.put(
                        part.candidate().id(),
                        language.say(part.outcome().zh(), part.outcome().en()));
            }
        }
        return reasons;
    }

    // --- csv

    private static final List<String> COLUMNS = List.of(
            "enterprise",
            "subject",
            "key",
            "clause",
            "verdict",
            "amount",
            "paid",
            "grade",
            "missing",
            "unmet",
            "reason");

    /** A line for each subject and clause of its kind, after one of headings. */
    void csv(Consumer<String> out) {
        out.accept(Grid.csv(COLUMNS));
        each((lines, paid) -> {
            Map<String, Paid> byId = new HashMap<>();
            paid.forEach(each -> byId.put(each.candidate().id(), each));
            Map<String, String> reasons = reasons(lines.getFirst().owner(), paid);
            for (Line line : lines) {
                for (PolicyClause clause : MatchCommand.of(match, line.kind())) {
                    String id = line.kind() == SubjectKind.ENTERPRISE ? clause.id() : clause.id() + "@" + line.key();
                    out.accept(Grid.csv(
                            cells(lines.getFirst().key(), line, clause, byId.get(id), reasons.getOrDefault(id, ""))));
                }
            }
        });
    }

    private List<String> cells(String enterprise, Line line, PolicyClause clause, @Nullable Paid paid, String reason) {
        BulkVerdict verdict = line.said().get(clause.id());
        Said said = verdict == null ? Said.OUT_OF_SCOPE : verdict.said();
        return List.of(
                enterprise,
                line.kind().en(),
                line.key(),
                clause.id(),
                language.say(said.zh(), said.en()),
                verdict == null || verdict.amount() == null
                        ? ""
                        : verdict.amount().toPlainString(),
                paid == null ? "" : yuan(paid.fen()).toPlainString(),
                verdict == null || verdict.grade() == null ? "" : verdict.grade(),
                verdict == null
                        ? ""
                        : String.join(
                                " ",
                                verdict.missing().stream()
                                        .map(fact -> fact.name())
                                        .toList()),
                verdict == null || verdict.unmet() == 0 ? "" : String.valueOf(verdict.unmet()),
                reason);
    }
}
