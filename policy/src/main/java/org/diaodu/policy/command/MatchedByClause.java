package org.diaodu.policy.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.Fen;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;

/** The verdicts counted by clause, as a table for people. */
final class MatchedByClause {

    private final MatchedEnterprises matched;

    MatchedByClause(MatchedEnterprises matched) {
        this.matched = matched;
    }

    private record Counted(PolicyClause clause, long[] said, long fen, long paid) {}

    List<String> lines() {
        Language language = matched.language();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                language.say("条款", "clause"),
                language.say("对象", "subject"),
                Said.ENTITLED.zh(),
                Said.NOT_ENTITLED.zh(),
                Said.NEEDS_FACTS.zh(),
                Said.OUT_OF_SCOPE.zh(),
                Said.FAULT.zh(),
                language.say("应得（元）", "due (yuan)"),
                language.say("支付（元）", "paid (yuan)")));
        if (language == Language.EN) {
            rows.set(
                    0,
                    List.of(
                            "clause",
                            "subject",
                            "entitled",
                            "not",
                            "needs facts",
                            "out of scope",
                            "fault",
                            "due (yuan)",
                            "paid (yuan)"));
        }
        long due = 0;
        long paid = 0;
        for (Counted each : counted()) {
            due += each.fen();
            paid += each.paid();
            rows.add(List.of(
                    each.clause().id(),
                    language.say(
                            each.clause().terms().subject().zh(),
                            each.clause().terms().subject().en()),
                    count(each, Said.ENTITLED),
                    String.valueOf(each.said()[Said.NOT_ENTITLED.code()] + each.said()[Said.NOTHING_DUE.code()]),
                    count(each, Said.NEEDS_FACTS),
                    count(each, Said.OUT_OF_SCOPE),
                    count(each, Said.FAULT),
                    Fen.yuan(each.fen()),
                    Fen.yuan(each.paid())));
        }
        List<String> lines = new ArrayList<>(Grid.table(rows));
        lines.add("");
        lines.add(language.say(
                "应得合计 " + Fen.yuan(due) + " 元；按叠加规则支付 " + Fen.yuan(paid) + " 元。逐家结果见 --format json 或 csv。",
                Fen.yuan(due) + " yuan are due clause by clause; " + Fen.yuan(paid)
                        + " are paid as the clauses add up. Each enterprise: --format json or csv."));
        return lines;
    }

    private static String count(Counted each, Said said) {
        return String.valueOf(each.said()[said.code()]);
    }

    private List<Counted> counted() {
        List<PolicyClause> clauses = matched.match().clauses();
        long[][] said = new long[clauses.size()][Said.values().length];
        long[] fen = new long[clauses.size()];
        matched.engine()
                .query(
                        "SELECT clause, verdict, count(*) AS n, CAST(coalesce(sum(fen), 0) AS BIGINT) AS fen FROM "
                                + MatchCommand.VERDICTS + " GROUP BY ALL",
                        List.of(),
                        row -> {
                            int clause = Math.toIntExact(row.whole("clause"));
                            said[clause][Math.toIntExact(row.whole("verdict"))] = row.whole("n");
                            fen[clause] += row.whole("fen");
                            return clause;
                        });
        Map<String, Long> paid = new HashMap<>();
        matched.engine()
                .query(
                        "SELECT clause, CAST(sum(paid_fen) AS BIGINT) AS paid FROM " + MatchCommand.BUNDLES
                                + " GROUP BY clause",
                        List.of(),
                        row -> paid.put(String.valueOf(row.text("clause")), row.whole("paid")));
        List<Counted> all = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            long inScope = 0;
            for (long each : said[i]) {
                inScope += each;
            }
            said[i][Said.OUT_OF_SCOPE.code()] =
                    matched.match().subjects(clauses.get(i).terms().subject()) - inScope;
            all.add(new Counted(
                    clauses.get(i),
                    said[i],
                    fen[i],
                    paid.getOrDefault(clauses.get(i).id(), 0L)));
        }
        return all;
    }
}
