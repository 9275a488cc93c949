package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sees whether the arithmetic of published documents holds. */
public final class Checker {

    private static final List<Rule> RULES = List.of(
            new Contributions(),
            new BaseShares(),
            new Sums(),
            new Wholes(),
            new Shares(),
            new Differences(),
            new Counts(),
            new Identities(),
            new Years(),
            new Ranks(),
            new Structures());

    private Checker() {}

    /** The relations between the figures of a text, in the order of the text. */
    public static List<Relation> checkText(String name, String text) {
        return check(PassageReader.read(name, text));
    }

    /** The relations within each of several texts, and behind them those between two. */
    public static List<Relation> checkTexts(Map<String, String> texts) {
        List<Passage> passages = new ArrayList<>();
        texts.forEach((name, text) -> passages.add(PassageReader.read(name, text)));
        List<Relation> relations = new ArrayList<>();
        passages.forEach(passage -> relations.addAll(check(passage)));
        relations.addAll(Across.of(passages));
        return relations;
    }

    static List<Relation> check(Passage passage) {
        Findings findings = new Findings(passage);
        RULES.forEach(rule -> rule.find(passage, findings));
        List<Relation> relations = new ArrayList<>(findings.relations());
        relations.sort(Comparator.comparingInt(
                r -> r.evidence().stream().mapToInt(Evidence::end).max().orElse(0)));
        return relations;
    }
}
