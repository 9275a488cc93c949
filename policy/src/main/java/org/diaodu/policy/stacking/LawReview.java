package org.diaodu.policy.stacking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.policy.Fen;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.stacking.ExclusionGroup.Rule;

/** Refuses laws that contradict each other. */
record LawReview(
        List<Grant> grants,
        List<ExclusionGroup> groups,
        Set<Permission> permissions,
        List<Ceiling> ceilings,
        List<Supplement> supplements) {

    void review() {
        Set<String> known = new HashSet<>();
        for (Grant grant : grants) {
            if (!known.add(grant.clause())) {
                throw new PolicyFault(
                        "stacking.clause-twice",
                        "条款 " + grant.clause() + " 出现了两次。建议：每个条款只列一次，取当日有效的版本。",
                        "clause " + grant.clause() + " stands twice. Maybe list the version valid on the day only.");
            }
        }
        reviewGroups(known);
        reviewCeilings(known);
        for (Permission permission : permissions) {
            known("叠加许可", "a permission to add", Set.of(permission.one()), known);
            known("叠加许可", "a permission to add", Set.of(permission.other()), known);
        }
        reviewSupplements(known);
    }

    private void reviewGroups(Set<String> known) {
        Set<String> names = new HashSet<>();
        for (ExclusionGroup group : groups) {
            named(names, "互斥组", "exclusion group", group.name());
            filled("互斥组", "exclusion group", group.name(), group.clauses());
            known("互斥组“" + group.name() + "”", "exclusion group \"" + group.name() + "\"", group.clauses(), known);
        }
    }

    private void reviewCeilings(Set<String> known) {
        Set<String> names = new HashSet<>();
        for (Ceiling ceiling : ceilings) {
            named(names, "总额上限", "ceiling", ceiling.name());
            filled("总额上限", "ceiling", ceiling.name(), ceiling.clauses());
            known("总额上限“" + ceiling.name() + "”", "ceiling \"" + ceiling.name() + "\"", ceiling.clauses(), known);
            if (ceiling.limitFen() != null) {
                limit(ceiling.name(), ceiling.limitFen());
            }
        }
    }

    static void limit(String ceiling, long fen) {
        if (fen < 0) {
            throw new PolicyFault(
                    "stacking.limit",
                    "总额上限“" + ceiling + "”为 " + Fen.yuan(fen) + " 元，不能为负。建议：检查金额或所依据的指标。",
                    "the ceiling \"" + ceiling + "\" is " + Fen.yuan(fen)
                            + " yuan, but cannot be negative. Maybe check the amount or the fact it is taken from.");
        }
    }

    private void reviewSupplements(Set<String> known) {
        Map<String, Supplement> byClause = new HashMap<>();
        for (Supplement supplement : supplements) {
            String clause = supplement.clause();
            known("配套", "a supplement", Set.of(clause), known);
            known("条款 " + clause + " 的配套", "the supplement " + clause, Set.of(supplement.base()), known);
            if (byClause.put(clause, supplement) != null) {
                throw new PolicyFault(
                        "stacking.two-bases",
                        "条款 " + clause + " 配套于两个条款。建议：分写成两个条款，各配套一个。",
                        "clause " + clause + " supplements two clauses. Maybe write two clauses, one for each.");
            }
            if (supplement.capFen() != null && supplement.capFen() <= 0) {
                throw new PolicyFault(
                        "stacking.cap",
                        "条款 " + clause + " 的配套封顶为 " + Fen.yuan(supplement.capFen()) + " 元，应大于 0。建议：没有封顶的不写。",
                        "the cap of the supplement " + clause + " is " + Fen.yuan(supplement.capFen())
                                + " yuan, but must be above 0. Maybe leave it out where there is none.");
            }
        }
        supplements.forEach(supplement -> reviewChain(supplement, byClause));
    }

    private void reviewChain(Supplement supplement, Map<String, Supplement> byClause) {
        Set<String> chain = new LinkedHashSet<>(Set.of(supplement.clause()));
        for (Supplement at = supplement; at != null; at = byClause.get(at.base())) {
            if (!chain.add(at.base())) {
                String circle = String.join(" → ", chain) + " → " + at.base();
                throw new PolicyFault(
                        "stacking.circular",
                        "配套循环：" + circle + "。建议：让其中一个条款不再以其他条款的支付额为基数。",
                        "the supplements go in a circle: " + circle
                                + ". Maybe one of them is not reckoned on what another pays.");
            }
            reviewTogether(supplement.clause(), at.base());
        }
    }

    /** A supplement that excludes what it stands on could never be paid. */
    private void reviewTogether(String clause, String base) {
        for (ExclusionGroup group : groups) {
            if (group.rule() != Rule.TOP_UP
                    && group.clauses().containsAll(List.of(clause, base))
                    && !permissions.contains(new Permission(clause, base))) {
                throw new PolicyFault(
                        "stacking.excludes-base",
                        "条款 " + clause + " 配套于 " + base + "，却同在互斥组“" + group.name() + "”，永远得不到支付。建议：在叠加中写明 " + base
                                + "，或将其移出该组。",
                        "clause " + clause + " supplements " + base + " but shares the exclusion group \""
                                + group.name() + "\" with it and could never be paid. Maybe permit adding " + base
                                + ", or take it out of the group.");
            }
        }
    }

    private static void named(Set<String> names, String kind, String sort, String name) {
        if (!names.add(name)) {
            throw new PolicyFault(
                    "stacking.name-twice",
                    kind + "“" + name + "”出现了两次。建议：合并，或另取名称。",
                    "there are two of " + sort + " \"" + name + "\". Maybe merge them, or rename one.");
        }
    }

    private static void filled(String kind, String sort, String name, Collection<String> clauses) {
        if (clauses.isEmpty()) {
            throw new PolicyFault(
                    "stacking.nobody",
                    kind + "“" + name + "”没有任何条款。建议：在条款的互斥中写上它，或将其删除。",
                    "no clause names the " + sort + " \"" + name + "\". Maybe name it in a clause, or delete it.");
        }
    }

    private static void known(String where, String place, Set<String> clauses, Set<String> known) {
        for (String clause : clauses) {
            if (!known.contains(clause)) {
                throw unknown(where, place, clause);
            }
        }
    }

    static PolicyFault unknown(String where, String place, String clause) {
        return new PolicyFault(
                "stacking.unknown-clause",
                where + "写有条款 " + clause + "，但没有这个条款。建议：检查拼写，以及该条款当日是否有效。",
                place + " names clause " + clause
                        + ", which does not exist. Maybe check the spelling, and whether it is valid on the day.");
    }
}
