package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diaodu.bulletin.reader.LegibleText;
import org.diaodu.bulletin.reader.ReadDocument;

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
        return PassageReader.pieces(name, text).stream()
                .flatMap(piece -> check(piece).stream())
                .toList();
    }

    /**
     * The relations within each of several documents, and behind them those between two; the places of their words are those
     * in {@link ReadDocument#text()}.
     */
    public static List<Relation> check(List<ReadDocument> documents) {
        Map<String, LegibleText> legible = new LinkedHashMap<>();
        documents.forEach(document -> legible.put(named(document, legible.keySet()), LegibleText.of(document)));
        Map<String, String> texts = new LinkedHashMap<>();
        legible.forEach((file, text) -> texts.put(file, text.text()));
        return checkTexts(texts).stream()
                .map(relation -> relation.withEvidence(relation.evidence().stream()
                        .map(each -> inFile(each, Objects.requireNonNull(legible.get(each.document()))))
                        .toList()))
                .toList();
    }

    /** Its file's name, numbered where another has it already. */
    private static String named(ReadDocument document, Set<String> taken) {
        String name = document.file();
        for (int i = 2; taken.contains(name); i++) {
            name = document.file() + " (" + i + ")";
        }
        return name;
    }

    private static Evidence inFile(Evidence evidence, LegibleText text) {
        return new Evidence(
                evidence.document(), text.from(evidence.start()), text.to(evidence.end() - 1), evidence.quote());
    }

    /** The relations within each of several texts, by their names, and behind them those between two. */
    public static List<Relation> checkTexts(Map<String, String> texts) {
        List<Passage> passages = new ArrayList<>();
        texts.forEach((name, text) -> passages.addAll(PassageReader.pieces(name, text)));
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
