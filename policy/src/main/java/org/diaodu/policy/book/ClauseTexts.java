package org.diaodu.policy.book;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/**
 * One version of a clause as a store holds it: the texts of the four files of its folder.
 *
 * @param id lower-case words with hyphens
 * @param model the DMN XML
 * @param clause the text of its {@code clause.md}
 * @param cases the text of its {@code cases.csv}; empty where it has none yet
 * @param terms the text of its {@code terms.yaml}
 */
public record ClauseTexts(String id, String model, String clause, String cases, String terms) {

    /** The clause; null where something in its texts is wrong, and {@code faults} says what, with file and line. */
    public @Nullable PolicyClause read(List<PolicyFault> faults) {
        return ClauseFolder.read(id, id + "/", this::version, terms, new FaultList(id, faults));
    }

    private RuleVersion version() {
        byte[] csv = cases.isBlank() ? null : cases.getBytes(StandardCharsets.UTF_8);
        return RuleVersion.of(id, model.getBytes(StandardCharsets.UTF_8), clause, csv);
    }

    /** Its terms alone; null where something in them is wrong. */
    public static @Nullable Terms terms(String yaml, List<PolicyFault> faults) {
        return TermsFile.read(yaml, new FaultList(TermsFile.NAME, faults));
    }

    /** The clause of texts in which nothing is wrong. Throws {@link PolicyFault} of all that is. */
    public PolicyClause sound() {
        List<PolicyFault> faults = new ArrayList<>();
        PolicyClause read = read(faults);
        if (read == null) {
            throw PolicyFault.all(faults);
        }
        return read;
    }

    /** How a version is read; throws {@link RuleFault}. */
    @FunctionalInterface
    interface Reading {
        RuleVersion version();
    }
}
