package org.diaodu.policy.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diaodu.policy.book.DeclaredFacts.Declared;
import org.diaodu.rules.model.Remark;
import org.diaodu.sheets.Nearest;
import org.jspecify.annotations.Nullable;

/** Holds the clauses of a book against each other, its groups and its parameters. */
final class BookCheck {

    private final List<PolicyClause> clauses;
    private final Set<String> known;
    private final Stacking stacking;
    private final Map<String, Parameter> parameters;
    private final FaultList faults;

    /** @param known the ids of all folders, those that could not be read too: of them it is said already */
    BookCheck(
            List<PolicyClause> clauses,
            Set<String> known,
            Stacking stacking,
            Map<String, Parameter> parameters,
            FaultList faults) {
        this.clauses = clauses;
        this.known = known;
        this.stacking = stacking;
        this.parameters = parameters;
        this.faults = faults;
    }

    void all() {
        for (PolicyClause clause : clauses) {
            FaultList here = at(clause);
            Terms terms = clause.terms();
            terms.groups()
                    .forEach(group ->
                            known(here, "互斥组", "group", group, stacking.groups().keySet()));
            terms.addedTo().forEach(other -> known(here, "条款", "clause", other, known));
            if (terms.supplement() != null) {
                known(here, "条款", "clause", terms.supplement().clause(), known);
            }
            terms.facts().values().forEach(fact -> {
                if (fact instanceof Fact.Dated dated) {
                    figure(here, dated.parameter());
                }
            });
            FaultList model = faults.in(clause.id() + "/" + clause.text().validFrom() + "/model.dmn");
            RateCheck.formulas(clause, model);
            UnknownCheck.formulas(clause, model);
            clause.model().remarks().stream().filter(Remark::error).forEach(remark -> feel(model, remark));
        }
        RateCheck.parameters(clauses, parameters, faults);
        FaultList file = faults.in(StackingFile.NAME);
        stacking.ceilings()
                .values()
                .forEach(ceiling -> ceiling.clauses().forEach(id -> known(file, "条款", "clause", id, known)));
        stacking.ceilings().forEach((name, ceiling) -> ceilingFact(file, name, ceiling.fact()));
        emptyGroups(file);
        circles();
        facts();
    }

    private static void feel(FaultList model, Remark remark) {
        model.add(
                "policy.feel",
                0,
                "有一处不是 FEEL，任何人都不会按它计算：" + remark.text() + "。建议：百分数写成小数，50% 写作 0.50；名称与输入一字不差。",
                "something is no FEEL, and nothing is computed by it: " + remark.text()
                        + ". Maybe write 50 % as 0.50, and names exactly as the inputs have them.");
    }

    private FaultList at(PolicyClause clause) {
        return faults.in(clause.id() + "/" + clause.text().validFrom() + "/" + TermsFile.NAME);
    }

    private static void known(FaultList here, String zh, String en, String name, Collection<String> all) {
        if (!all.contains(name)) {
            String nearest = Nearest.to(name, all);
            here.add(
                    "policy.reference",
                    0,
                    "没有" + zh + "“" + name + "”。建议：" + (nearest == null ? "核对名称" : "也许是“" + nearest + "”") + "。",
                    "there is no " + en + " \"" + name + "\". Maybe "
                            + (nearest == null ? "check its name" : "\"" + nearest + "\" is meant") + ".");
        }
    }

    private void figure(FaultList here, String name) {
        if (!parameters.containsKey(name)) {
            String nearest = Nearest.to(name, parameters.keySet());
            here.add(
                    "policy.reference",
                    0,
                    "没有参数“" + name + "”。建议：" + (nearest == null ? "" : "也许是“" + nearest + "”；或") + "写一个 parameters/"
                            + name + ".csv，第一行 from,value，按地区不同的写 region,from,value。",
                    "there is no parameter \"" + name + "\". Maybe "
                            + (nearest == null ? "" : "\"" + nearest + "\" is meant; or ") + "write parameters/" + name
                            + ".csv, with the heading from,value, or region,from,value where it differs by region.");
        }
    }

    /** A ceiling is taken from a fact that some clause asks for: by it the platform knows its type, its unit and who holds it. */
    private void ceilingFact(FaultList file, String ceiling, @Nullable String fact) {
        Set<String> asked = clauses.stream()
                .flatMap(clause -> clause.terms().facts().keySet().stream())
                .collect(Collectors.toSet());
        if (fact != null && !asked.contains(fact)) {
            String nearest = Nearest.to(fact, asked);
            file.add(
                    "policy.ceiling",
                    0,
                    "总额上限“" + ceiling + "”按“" + fact + "”计算，而没有条款要这一项。建议："
                            + (nearest == null ? "" : "也许是“" + nearest + "”；或") + "在其中一个条款里把它列为事实（input），写明单位和持有单位。",
                    "the ceiling \"" + ceiling + "\" is taken from \"" + fact + "\", which no clause asks for. Maybe "
                            + (nearest == null ? "" : "\"" + nearest + "\" is meant; or ")
                            + "make it a fact (an input) of one of the clauses, with its unit and who holds it.");
        }
    }

    private void emptyGroups(FaultList file) {
        if (clauses.stream().map(PolicyClause::id).distinct().count() < known.size()) {
            return; // it may be named in what could not be read
        }
        Set<String> used = clauses.stream()
                .flatMap(clause -> clause.terms().groups().stream())
                .collect(Collectors.toSet());
        for (String group : stacking.groups().keySet()) {
            if (!used.contains(group)) {
                file.add(
                        "policy.group",
                        0,
                        "没有条款属于互斥组“" + group + "”。建议：在条款的“互斥”里写上它，或删去。",
                        "no clause belongs to the group \"" + group
                                + "\". Maybe name it under 互斥 of a clause, or delete it.");
            }
        }
    }

    /** A supplement to itself, over however many clauses. */
    private void circles() {
        Map<String, String> base = new HashMap<>();
        for (PolicyClause clause : clauses) {
            if (clause.terms().supplement() != null) {
                base.put(clause.id(), clause.terms().supplement().clause());
            }
        }
        for (PolicyClause clause : clauses) {
            Set<String> path = new LinkedHashSet<>();
            String at = clause.id();
            while (at != null && path.add(at)) {
                at = base.get(at);
            }
            if (clause.id().equals(at)) {
                String circle = String.join(" → ", path) + " → " + at;
                at(clause)
                        .add(
                                "policy.circle",
                                0,
                                "配套绕成了圈：" + circle + "。建议：其中一条应以别的金额为基数。",
                                "supplements go in a circle: " + circle
                                        + ". Maybe one of them should have another base.");
            }
        }
    }

    /** One fact of one kind of subject is one column of the data: the same type and unit wherever it is asked for. */
    private void facts() {
        Map<String, PolicyClause> first = new TreeMap<>();
        for (PolicyClause clause : clauses) {
            DeclaredFacts.inputs(clause.model()).forEach((name, declared) -> {
                PolicyClause other = first.putIfAbsent(clause.terms().subject() + name, clause);
                Declared there = other == null
                        ? null
                        : DeclaredFacts.inputs(other.model()).get(name);
                if (other != null && there != null && !there.equals(declared)) {
                    at(clause)
                            .add(
                                    "policy.facts",
                                    0,
                                    "“" + name + "”在这里是 " + declared.shown() + "，在 " + other.id() + " 是 "
                                            + there.shown() + "。建议：同一事实用同一类型和单位，不同的事实用不同的名称。",
                                    "\"" + name + "\" is " + declared.shown() + " here and " + there.shown() + " in "
                                            + other.id()
                                            + ". Maybe give one fact one type and unit, and another fact another"
                                            + " name.");
                }
            });
        }
    }
}
