package org.diaodu.policy.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.Fen;
import org.diaodu.policy.simulate.Simulation;
import org.diaodu.policy.simulate.Simulation.ByEnterprise;
import org.diaodu.policy.simulate.Simulation.Change;
import org.diaodu.policy.simulate.Simulation.Named;
import org.diaodu.policy.simulate.Threshold.Point;
import org.diaodu.rules.files.Grid;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;

/** A simulation as tables for people, and as json (docs/formats/policy.md). */
final class Simulated {

    private final Simulation simulation;
    private final List<String> by;
    private final @Nullable String move;
    private final List<Point> curve;
    private final Language language;

    Simulated(Simulation simulation, List<String> by, @Nullable String move, List<Point> curve, Language language) {
        this.simulation = simulation;
        this.by = by;
        this.move = move;
        this.curve = curve;
        this.language = language;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Change total = simulation.total();
        lines.add(language.say(
                simulation.enterprises() + " 户企业；受益 " + total.baselinePaid() + " → " + total.reformPaid() + " 户，支出 "
                        + yuan(total.baselineFen()) + " → " + yuan(total.reformFen()) + " 元（"
                        + signed(total.changeFen()) + "）",
                simulation.enterprises() + " enterprises; paid " + total.baselinePaid() + " → " + total.reformPaid()
                        + ", cost " + yuan(total.baselineFen()) + " → " + yuan(total.reformFen()) + " yuan ("
                        + signed(total.changeFen()) + ")"));
        lines.add(language.say(
                "增加 " + simulation.winners() + " 户，共 " + signed(simulation.gainFen()) + " 元；减少 " + simulation.losers()
                        + " 户，共 " + signed(-simulation.lossFen()) + " 元",
                simulation.winners() + " gain " + signed(simulation.gainFen()) + " yuan together; "
                        + simulation.losers() + " lose " + signed(-simulation.lossFen())));
        clauses(lines);
        split(lines, language.say("按层级", "by level"), simulation.levels());
        split(lines, language.say("按年度或节点", "by year or milestone"), simulation.years());
        groups(lines);
        enterprises(lines, language.say("增加最多", "gaining most"), simulation.gained());
        enterprises(lines, language.say("减少最多", "losing most"), simulation.lost());
        threshold(lines);
        return lines;
    }

    private void clauses(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                language.say("条款", "clause"),
                language.say("户数", "paid"),
                language.say("支出（元）", "cost (yuan)"),
                language.say("变化", "change"),
                language.say("待补事实", "needing facts"),
                language.say("不予支付", "refused")));
        simulation
                .clauses()
                .forEach(clause -> rows.add(List.of(
                        clause.clause(),
                        clause.change().baselinePaid() + " → " + clause.change().reformPaid(),
                        yuan(clause.change().baselineFen()) + " → "
                                + yuan(clause.change().reformFen()),
                        signed(clause.change().changeFen()),
                        String.valueOf(clause.needingFacts()),
                        String.valueOf(clause.faults()))));
        add(lines, rows);
    }

    private void split(List<String> lines, String heading, List<Named> parts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(heading, language.say("支出（元）", "cost (yuan)"), language.say("变化", "change")));
        parts.forEach(part -> rows.add(List.of(
                part.name(),
                yuan(part.baselineFen()) + " → " + yuan(part.reformFen()),
                signed(part.reformFen() - part.baselineFen()))));
        add(lines, rows);
    }

    private void groups(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(by);
        heading.addAll(List.of(
                language.say("企业", "enterprises"),
                language.say("受益", "paid"),
                language.say("支出（元）", "cost (yuan)"),
                language.say("变化", "change"),
                language.say("增加", "gain"),
                language.say("减少", "lose")));
        rows.add(heading);
        simulation.groups().forEach(group -> {
            List<String> row = new ArrayList<>(group.values());
            while (row.size() < by.size()) {
                row.add("—");
            }
            row.addAll(List.of(
                    String.valueOf(group.enterprises()),
                    group.change().baselinePaid() + " → " + group.change().reformPaid(),
                    yuan(group.change().baselineFen()) + " → "
                            + yuan(group.change().reformFen()),
                    signed(group.change().changeFen()),
                    String.valueOf(group.winners()),
                    String.valueOf(group.losers())));
            rows.add(row);
        });
        add(lines, rows);
    }

    private void enterprises(List<String> lines, String heading, List<ByEnterprise> some) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                heading,
                language.say("金额（元）", "benefit (yuan)"),
                language.say("变化", "change"),
                language.say("因为", "because of")));
        some.forEach(one -> rows.add(List.of(
                one.key(),
                yuan(one.baselineFen()) + " → " + yuan(one.reformFen()),
                signed(one.changeFen()),
                String.join(", ", one.clauses()))));
        add(lines, rows);
    }

    private void threshold(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                String.valueOf(move),
                language.say("受益户数", "paid"),
                language.say("支出（元）", "cost (yuan)"),
                language.say("比基线", "against the baseline")));
        curve.forEach(point -> rows.add(List.of(
                point.value().toPlainString(),
                String.valueOf(point.paid()),
                yuan(point.costFen()),
                signed(point.costFen() - simulation.total().baselineFen()))));
        add(lines, rows);
    }

    /** A table with nothing but its heading is left out. */
    private static void add(List<String> lines, List<List<String>> rows) {
        if (rows.size() > 1) {
            lines.add("");
            lines.addAll(Grid.table(rows));
        }
    }

    private static String yuan(long fen) {
        return Fen.yuan(fen);
    }

    private static String signed(long fen) {
        return (fen > 0 ? "+" : "") + Fen.yuan(fen);
    }

    // --- json

    static Map<String, Object> json(Simulation simulation, List<Point> curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enterprises", simulation.enterprises());
        json.put("total", change(simulation.total()));
        json.put("winners", simulation.winners());
        json.put("losers", simulation.losers());
        json.put("gainYuan", decimal(simulation.gainFen()));
        json.put("lossYuan", decimal(simulation.lossFen()));
        json.put(
                "clauses",
                simulation.clauses().stream()
                        .map(clause -> with(
                                change(clause.change()),
                                Map.of(
                                        "clause", clause.clause(),
                                        "title", clause.title(),
                                        "needingFacts", clause.needingFacts(),
                                        "refused", clause.faults())))
                        .toList());
        json.put("levels", simulation.levels().stream().map(Simulated::named).toList());
        json.put("years", simulation.years().stream().map(Simulated::named).toList());
        json.put(
                "groups",
                simulation.groups().stream()
                        .map(group -> with(
                                change(group.change()),
                                Map.of(
                                        "values", group.values(),
                                        "enterprises", group.enterprises(),
                                        "winners", group.winners(),
                                        "losers", group.losers())))
                        .toList());
        json.put(
                "gained",
                simulation.gained().stream().map(Simulated::enterprise).toList());
        json.put("lost", simulation.lost().stream().map(Simulated::enterprise).toList());
        json.put(
                "threshold",
                curve.stream()
                        .map(point -> Map.of(
                                "value", point.value(), "paid", point.paid(), "costYuan", decimal(point.costFen())))
                        .toList());
        return json;
    }

    private static Map<String, Object> with(Map<String, Object> one, Map<String, Object> more) {
        Map<String, Object> both = new LinkedHashMap<>(new java.util.TreeMap<>(more));
        both.putAll(one);
        return both;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("baselineYuan", decimal(change.baselineFen()));
        json.put("reformYuan", decimal(change.reformFen()));
        json.put("baselinePaid", change.baselinePaid());
        json.put("reformPaid", change.reformPaid());
        return json;
    }

    private static Map<String, Object> named(Named part) {
        return Map.of(
                "name",
                part.name(),
                "baselineYuan",
                decimal(part.baselineFen()),
                "reformYuan",
                decimal(part.reformFen()));
    }

    private static Map<String, Object> enterprise(ByEnterprise one) {
        return Map.of(
                "key", one.key(),
                "baselineYuan", decimal(one.baselineFen()),
                "reformYuan", decimal(one.reformFen()),
                "clauses", one.clauses());
    }

    private static BigDecimal decimal(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }
}
