package org.diaodu.rules.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/** Rules with all their versions, from a folder {@code <book>/<rule>/<valid-from>/} or from a store. Immutable. */
public final class RuleBook {

    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads a folder of rules.
     *
     * @throws RuleFault of the first version that cannot be read, as {@link RuleVersion#read}; {@code
     *     rules.versions-overlap} where two versions of a rule hold on the same day; {@code rules.folder} where there is
     *     no rule
     */
    public static RuleBook read(Path book) {
        List<RuleVersion> versions = new ArrayList<>();
        for (Path rule : folders(book)) {
            for (Path version : folders(rule)) {
                versions.add(RuleVersion.read(version));
            }
        }
        if (versions.isEmpty()) {
            throw new RuleFault(
                    "rules.folder",
                    Place.of(String.valueOf(book.getFileName())),
                    "这里没有规则。建议：规则放在 <规则>/<生效日期>/ 下，如 size-class/2017-12-28/model.dmn。",
                    "there are no rules here. Maybe another folder: a rule stands in <rule>/<valid-from>/, as"
                            + " size-class/2017-12-28/model.dmn.");
        }
        return of(versions);
    }

    /** A book of these versions. Throws {@code rules.versions-overlap}. */
    public static RuleBook of(Collection<RuleVersion> versions) {
        Map<String, List<RuleVersion>> byRule = new TreeMap<>();
        versions.forEach(version ->
                byRule.computeIfAbsent(version.rule(), id -> new ArrayList<>()).add(version));
        Map<String, Rule> rules = new TreeMap<>();
        byRule.forEach((id, list) -> rules.put(id, new Rule(id, list)));
        return new RuleBook(rules);
    }

    private static List<Path> folders(Path parent) {
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw RuleVersion.unreadable(String.valueOf(parent.getFileName()), e);
        }
    }

    public Collection<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The rule with this id. Throws {@code rules.no-rule}. */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new RuleFault(
                    "rules.no-rule",
                    Place.of(id),
                    "没有这条规则。建议：已有的规则是 " + String.join("、", rules.keySet()) + "。",
                    "there is no such rule. Maybe one of " + String.join(", ", rules.keySet()) + ".");
        }
        return rule;
    }

    /** A past case judged again by the version that held then, as it was known then. Throws {@code rules.no-version}. */
    public Answer replay(String rule, LocalDate valid, Instant known, Map<String, ? extends @Nullable Object> inputs) {
        return rule(rule).asOf(valid, known).evaluate(inputs);
    }
}
